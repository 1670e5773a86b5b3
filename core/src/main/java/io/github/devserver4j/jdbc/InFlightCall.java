package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.CallSite;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.TraceRecorder;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call to the database from its beginning on the request's thread until devserver's thread asks for its
 * {@link #finished()} form, which is where all text is made.
 *
 * <p>Written by the request's threads alone. The recorder's lock publishes it; a snapshot of a request that is still
 * running may see a count that is a little old. None of its methods throws into the application.
 */
abstract class InFlightCall implements Call {

    final TraceRecorder recorder;
    private final long startNanos;
    private long durationNanos;
    private @Nullable Throwable thrown;
    private @Nullable CallSite callSite;

    InFlightCall(TraceRecorder recorder) {
        this(recorder, recorder.now());
    }

    /** A call that began before. */
    InFlightCall(TraceRecorder recorder, long startNanos) {
        this.recorder = recorder;
        this.startNanos = startNanos;
    }

    /**
     * Does the driver's work and tells {@code call}, if there is one, how it went; result and exception are the driver's.
     * Asks for the call site itself, since each method of ours in between is one more frame to walk, at 170 ns.
     */
    static <T extends @Nullable Object> T run(@Nullable InFlightCall call, JdbcWork<T> work) throws SQLException {
        if (call == null) {
            return work.run();
        }
        call.recorder.begun(call);
        T result;
        try {
            result = work.run();
        } catch (Throwable thrown) {
            call.ended();
            call.failed(thrown, call.recorder.callSite(call.operation()));
            throw thrown;
        }
        call.ended();
        call.returned(result, call.listed() ? call.recorder.callSite(call.operation()) : null);
        return result;
    }

    /** The driver is done now, and has returned. A call that will not be listed is not looked up. */
    final void returned(@Nullable Object result) {
        ended();
        returned(result, listed() ? recorder.rareCallSite() : null);
    }

    /** The driver is done now, and has thrown. */
    final void failed(Throwable error) {
        ended();
        failed(error, recorder.rareCallSite());
    }

    /** The driver is done. */
    private void ended() {
        try {
            durationNanos = recorder.now() - startNanos;
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** The driver has returned. */
    private void returned(@Nullable Object result, @Nullable CallSite site) {
        try {
            callSite = site;
            note(result);
            recorder.add(this);
            added();
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** The driver has thrown. */
    private void failed(Throwable error, @Nullable CallSite site) {
        try {
            callSite = site;
            thrown = error;
            recorder.add(this);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** The recorder has it now. */
    void added() {}

    /** Takes from the driver's answer what is worth recording. */
    void note(@Nullable Object result) {}

    /** An error after the driver first returned, as while fetching rows; the first one counts. */
    final void failedLater(Throwable error) {
        if (thrown == null) {
            thrown = error;
        }
    }

    @Override
    public CallKind kind() {
        return SqlKind.SQL;
    }

    @Override
    public long startNanos() {
        return startNanos;
    }

    @Override
    public long durationNanos() {
        return durationNanos;
    }

    @Override
    public @Nullable String error() {
        Throwable error = thrown;
        return error == null ? null : ErrorLine.of(error, maskedLiterals());
    }

    /** What is masked of the statement, and so has to be in an error's text. */
    List<String> maskedLiterals() {
        return List.of();
    }

    @Override
    public @Nullable StackTraceElement callSite() {
        CallSite site = callSite;
        return site == null ? null : site.element();
    }

    /** Whether {@link #callSite()} is that of the other rounds of a loop. */
    final boolean isCallSiteAssumed() {
        CallSite site = callSite;
        return site != null && site.isAssumed();
    }

    @Override
    public boolean listed() {
        return finished().listed();
    }

    @Override
    public String summary() {
        return finished().summary();
    }

    @Override
    public List<String> lines(TextStyle style) {
        return finished().lines(style);
    }

    @Override
    public String operationText(TextStyle style) {
        return finished().operationText(style);
    }

    @Override
    public @Nullable String outcome() {
        return finished().outcome();
    }

    @Override
    public abstract Object operation();

    @Override
    public abstract Call finished();
}

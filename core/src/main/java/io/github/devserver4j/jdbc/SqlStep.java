package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/** A call to the database, being made, that executes no statement of the application; see its factories. */
final class SqlStep extends InFlightCall {

    private static final String CONNECT = "connect";

    private final String text;
    private final boolean mayHaveWritten;

    private SqlStep(TraceRecorder recorder, String text, boolean mayHaveWritten) {
        super(recorder);
        this.text = text;
        this.mayHaveWritten = mayHaveWritten;
    }

    /** Ends as a {@link ConnectionCall}; null if even that fails. */
    static @Nullable SqlStep connect(@Nullable TraceRecorder recorder) {
        return begin(recorder, CONNECT, false);
    }

    /** Ends as a {@link TransactionCall}; null if even that fails. */
    static @Nullable SqlStep transaction(@Nullable TraceRecorder recorder, String text, boolean mayHaveWritten) {
        return begin(recorder, text, mayHaveWritten);
    }

    private static @Nullable SqlStep begin(@Nullable TraceRecorder recorder, String text, boolean mayHaveWritten) {
        try {
            return recorder == null ? null : new SqlStep(recorder, text, mayHaveWritten);
        } catch (Throwable fault) {
            Faults.report(fault);
            return null;
        }
    }

    @Override
    public Object operation() {
        return text.equals(CONNECT) ? ConnectionCall.class : text;
    }

    @Override
    public boolean listed() {
        return mayHaveWritten || error() != null || durationNanos() >= ConnectionCall.LISTED_FROM_NANOS;
    }

    @Override
    public Call finished() {
        StackTraceElement site = isCallSiteAssumed() ? null : callSite();
        return text.equals(CONNECT)
                ? new ConnectionCall(startNanos(), durationNanos(), error(), site)
                : new TransactionCall(text, startNanos(), durationNanos(), error(), site, mayHaveWritten);
    }
}

package io.github.devserver4j.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call to another process, from its beginning on the application's thread until its end on whatever thread that comes;
 * an integration extends it with what it knows of the call.
 *
 * <ol>
 *   <li>{@link #begin()} on the thread that makes the call, right before it.
 *   <li>{@link #sent()} there, too, if the answer comes on another thread.
 *   <li>{@link #end()} or {@link #fail} once, on any thread, after everything known of the answer was set.
 * </ol>
 *
 * <p>All text is made by {@link #finished()}, on devserver's thread; a call that has not ended when its request is over is
 * shown as not returned yet. None of these methods throws into the application. What a subclass sets before
 * {@code end} is published by it.
 */
public abstract class RemoteCall implements Call {

    private static final Object NOTHING = new Object();

    private final TraceRecorder recorder;
    private long startNanos;
    private long durationNanos;
    private @Nullable CallSite callSite;

    /** What it has ended with: the exception, or {@link #NOTHING} for none; null until then. */
    private volatile @Nullable Object end;

    /** A call of the request that {@code recorder} records. */
    protected RemoteCall(TraceRecorder recorder) {
        this.recorder = recorder;
        this.startNanos = recorder.now();
    }

    /** Notes where the application makes the call, and when. */
    public final void begin() {
        try {
            recorder.begun(this);
            callSite = isSited() ? recorder.callSite(operation(), true) : null;
            startNanos = recorder.now();
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** The call is on its way, and the thread that made it goes on. */
    public final void sent() {
        try {
            recorder.sent(this);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** The call was not made after all, or is of no interest: it is as if it had not begun. */
    public final void discard() {
        try {
            recorder.discarded(this);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** The call has returned. */
    public final void end() {
        ended(null);
    }

    /** The call has ended with an exception, or in a way that {@code error} describes. */
    public final void fail(Throwable error) {
        ended(error);
    }

    /** As {@link #fail} if there is an exception, otherwise as {@link #end}: for the callbacks of futures. */
    public final void end(@Nullable Throwable error) {
        ended(error);
    }

    private void ended(@Nullable Throwable error) {
        try {
            synchronized (this) {
                if (end != null) {
                    return;
                }
                durationNanos = recorder.now() - startNanos;
                end = error == null ? NOTHING : error; // last: it publishes the others
            }
            recorder.add(this);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** Whether it has returned or failed. */
    public final boolean isEnded() {
        return end != null;
    }

    /** Whether it is a call of this request: what is wrapped twice, each time for another trace, records in each. */
    public final boolean isOf(TraceRecorder request) {
        return recorder.equals(request);
    }

    /** The request that made the call. */
    protected final TraceRecorder recorder() {
        return recorder;
    }

    /** Where the application makes the call; null where that was not looked for or not found. */
    protected final @Nullable CallSite site() {
        return callSite;
    }

    /** What the call has ended with; null if with nothing, or not yet. */
    protected final @Nullable Throwable thrown() {
        return end instanceof Throwable thrown ? thrown : null;
    }

    /** Whether the call's place in the application's code is looked up. */
    protected boolean isSited() {
        return true;
    }

    /** An exception in one line; asked for on devserver's thread. */
    protected String errorText(Throwable error) {
        return OneLine.ofThrown(error);
    }

    /** When it was made, from where, and how it ended, as far as is known by now. */
    protected final Timing timing() {
        boolean over = isEnded(); // read first: it publishes the others
        CallSite site = callSite;
        Throwable error = thrown();
        return new Timing(
                startNanos,
                over ? durationNanos : recorder.now() - startNanos,
                over,
                error == null ? null : errorText(error),
                site == null ? null : site.element(),
                site != null && site.isAssumed());
    }

    @Override
    public final long startNanos() {
        return startNanos;
    }

    @Override
    public final long durationNanos() {
        return isEnded() ? durationNanos : recorder.now() - startNanos;
    }

    @Override
    public final @Nullable String error() {
        return timing().error();
    }

    @Override
    public final @Nullable StackTraceElement callSite() {
        CallSite site = callSite;
        return site == null ? null : site.element();
    }

    /** What is the same for all rounds of a loop; asked for on the application's thread, so cheap, with a quick hash. */
    @Override
    public abstract Object operation();

    @Override
    public abstract Call finished();

    @Override
    public boolean listed() {
        return finished().listed();
    }

    @Override
    public Object identity() {
        return finished().identity();
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
}

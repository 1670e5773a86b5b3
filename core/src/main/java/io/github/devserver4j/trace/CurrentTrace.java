package io.github.devserver4j.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which request the current thread works for. Holds devserver's only ThreadLocal. Thread-safe.
 *
 * <p>An integration asks {@link #get()} at each call; null means that nobody listens, and the call goes straight
 * through.
 */
public final class CurrentTrace {

    private final ThreadLocal<TraceRecorder> local = new ThreadLocal<>();
    private final ScopeMeter[] meters;

    private CurrentTrace(List<ScopeMeter> meters) {
        this.meters = meters.toArray(ScopeMeter[]::new);
    }

    /** A current trace whose scopes are measured by these meters. */
    public static CurrentTrace create(ScopeMeter... meters) {
        return new CurrentTrace(List.of(meters));
    }

    /** The recorder of the request that the current thread works for, or null. */
    public @Nullable TraceRecorder get() {
        return local.get();
    }

    /**
     * Makes the current thread work for a request until the scope is closed. Opening the same recorder again inside, as
     * a forward does, is allowed and measures nothing twice.
     */
    public Scope open(TraceRecorder recorder) {
        TraceRecorder previous = local.get();
        if (previous == recorder) {
            return () -> {};
        }
        long[] begun = new long[meters.length];
        for (int i = 0; i < meters.length; i++) {
            begun[i] = meters[i].begin();
        }
        local.set(recorder);
        return () -> close(recorder, previous, begun);
    }

    private void close(TraceRecorder recorder, @Nullable TraceRecorder previous, long[] begun) {
        if (previous == null) {
            local.remove();
        } else {
            local.set(previous);
        }
        for (int i = 0; i < meters.length; i++) {
            meters[i].end(recorder, begun[i]);
        }
    }
}

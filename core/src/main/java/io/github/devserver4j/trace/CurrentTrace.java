package io.github.devserver4j.trace;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which request the current thread works for. Holds devserver's only ThreadLocal. Thread-safe.
 *
 * <p>An integration asks {@link #get()} at each call; null means that nobody listens, and the call goes straight
 * through.
 */
public final class CurrentTrace {

    private static final Logger LOG = System.getLogger("devserver");
    private static final Scope NOTHING_TO_CLOSE = () -> {};

    @SuppressWarnings("ThreadLocalUsage") // each devserver has its own; scopes remove what they set
    private final ThreadLocal<OpenScope> local = new ThreadLocal<>();

    private final Secrets secrets;
    private final ScopeMeter[] meters;

    /** The scopes open on all threads: while there are none, a thread need not look for its own. */
    private final AtomicInteger openScopes = new AtomicInteger();

    private final AtomicBoolean failureTold = new AtomicBoolean();

    private CurrentTrace(Secrets secrets, List<ScopeMeter> meters) {
        this.secrets = secrets;
        this.meters = meters.toArray(ScopeMeter[]::new);
    }

    /** A current trace whose scopes are measured by these meters. */
    public static CurrentTrace create(ScopeMeter... meters) {
        return create(Secrets.defaults(), meters);
    }

    /** As {@link #create(ScopeMeter...)}, with what integrations mask. */
    public static CurrentTrace create(Secrets secrets, ScopeMeter... meters) {
        return new CurrentTrace(secrets, List.of(meters));
    }

    /** What integrations mask in what they show. */
    public Secrets secrets() {
        return secrets;
    }

    /** The recorder of the request that the current thread works for, or null. */
    public @Nullable TraceRecorder get() {
        if (openScopes.get() == 0) {
            return null;
        }
        OpenScope scope = local.get();
        return scope == null ? null : scope.recorder;
    }

    /**
     * Makes the current thread work for a request until the scope is closed. Opening the same recorder again inside, as
     * a forward does, is allowed and measures nothing twice. Throws nothing.
     */
    public Scope open(TraceRecorder recorder) {
        OpenScope enclosing = local.get();
        if (enclosing != null && enclosing.recorder == recorder) {
            return NOTHING_TO_CLOSE;
        }
        OpenScope scope = new OpenScope(recorder, enclosing);
        scope.begin();
        openScopes.incrementAndGet();
        local.set(scope);
        return scope;
    }

    private void tellFailure(Throwable failure) {
        if (failureTold.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "devserver failed to measure a request", failure);
        }
    }

    /** Used by the thread that opened it alone. */
    private final class OpenScope implements Scope {
        private final TraceRecorder recorder;
        private final @Nullable OpenScope enclosing;
        private final long[] begun = new long[meters.length];
        private boolean closed;

        OpenScope(TraceRecorder recorder, @Nullable OpenScope enclosing) {
            this.recorder = recorder;
            this.enclosing = enclosing;
        }

        void begin() {
            for (int i = 0; i < meters.length; i++) {
                try {
                    begun[i] = meters[i].begin();
                } catch (RuntimeException | LinkageError failure) {
                    tellFailure(failure);
                }
            }
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            openScopes.decrementAndGet();
            leave();
            for (int i = 0; i < meters.length; i++) {
                try {
                    meters[i].end(recorder, begun[i]);
                } catch (RuntimeException | LinkageError failure) {
                    tellFailure(failure);
                }
            }
        }

        /** Scopes closed in a wrong order must leave no request behind on the thread. */
        private void leave() {
            OpenScope innermost = local.get();
            while (innermost != null && innermost.closed) {
                innermost = innermost.enclosing;
            }
            if (innermost == null) {
                local.remove();
            } else {
                local.set(innermost);
            }
        }
    }
}

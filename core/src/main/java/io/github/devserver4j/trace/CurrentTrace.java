package io.github.devserver4j.trace;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which request the current thread works for. Holds devserver's only ThreadLocal. Thread-safe.
 *
 * <p>An integration asks {@link #get()} at each call; null means that nobody listens, and the call goes straight
 * through. Work that a request gives to another thread is on its request if it was {@linkplain #wrap(Runnable) wrapped},
 * or goes through a wrapped executor:
 *
 * <pre>{@code
 * ExecutorService pool = devServer.currentTrace().wrap(Executors.newFixedThreadPool(4));
 * CompletableFuture.supplyAsync(this::load, pool);
 * }</pre>
 */
public final class CurrentTrace {

    private static final Logger LOG = OwnLog.get();
    private static final Scope NOTHING_TO_CLOSE = () -> {};

    @SuppressWarnings("ThreadLocalUsage") // each devserver has its own; scopes remove what they set
    private final ThreadLocal<OpenScope> local = new ThreadLocal<>();

    private final Secrets secrets;
    private final ScopeMeter[] meters;

    /** Threads that were started for a request and have not asked for it yet. */
    private final ConcurrentMap<Thread, TraceRecorder> starting = new ConcurrentHashMap<>();

    /** The scopes open on all threads: while there are none, a thread need not look for its own. */
    private final AtomicInteger openScopes = new AtomicInteger();

    private final AtomicBoolean failureTold = new AtomicBoolean();

    /** What records calls that no request has made; null where they are of no interest. */
    private volatile @Nullable BackgroundTraces background;

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

    /**
     * Where the current thread's calls are recorded: with its request, or, where calls without a request are recorded,
     * with what its thread does in the background. Null if nobody listens.
     */
    public @Nullable TraceRecorder get() {
        TraceRecorder recorder = openScopes.get() == 0 ? null : request();
        if (recorder != null) {
            return recorder;
        }
        BackgroundTraces others = background;
        return others == null ? null : others.recorder();
    }

    /** The request that the current thread works for; null if there is none, or it is over. */
    public @Nullable TraceRecorder request() {
        OpenScope scope = openScopes.get() == 0 ? null : innermost();
        return scope == null ? null : scope.request();
    }

    /**
     * What the current thread is about for its request, as {@link #during} told it: {@code while the view renders}. Null
     * if nothing was told.
     */
    public @Nullable String activity() {
        OpenScope scope = openScopes.get() == 0 ? null : innermost();
        if (scope == null || scope.detail == null) {
            return scope == null ? null : scope.activity;
        }
        return scope.activity == null ? scope.detail : scope.detail + ", " + scope.activity;
    }

    /**
     * Tells what the current thread is about for its request until the scope is closed, in words that follow a comma:
     * statements that it executes meanwhile say so. Within another one both are said. Throws nothing.
     */
    public Scope during(String activity) {
        OpenScope scope = openScopes.get() == 0 ? null : innermost();
        if (scope == null) {
            return NOTHING_TO_CLOSE;
        }
        String enclosing = scope.activity;
        scope.activity = enclosing == null ? activity : activity + ", " + enclosing;
        return () -> scope.activity = enclosing;
    }

    /**
     * What the current thread does until the scope is closed is done within a recorded call of this kind, or within none
     * that is known if it is null. Throws nothing.
     */
    public Scope within(@Nullable CallKind kind) {
        OpenScope scope = innermost();
        if (scope == null) {
            return kind == null ? NOTHING_TO_CLOSE : entered(kind);
        }
        CallKind enclosing = scope.within;
        scope.within = kind;
        return () -> scope.within = enclosing;
    }

    private OpenScope entered(CallKind kind) {
        OpenScope scope = entered(null, null, false);
        scope.within = kind;
        return scope;
    }

    /** Whether what the current thread does is done {@linkplain #within within} a recorded call of this kind. */
    public boolean isWithin(CallKind kind) {
        OpenScope scope = openScopes.get() == 0 ? null : innermost();
        return scope != null && kind.equals(scope.within);
    }

    /**
     * As {@link #during}, but within another one of these the inner one alone is said: what loads may load further things,
     * to any depth. Makes no text.
     */
    public Scope duringDetail(String detail) {
        OpenScope scope = openScopes.get() == 0 ? null : innermost();
        if (scope == null) {
            return NOTHING_TO_CLOSE;
        }
        String enclosing = scope.detail;
        scope.detail = detail;
        return () -> scope.detail = enclosing;
    }

    /** Whether any thread has a scope open. */
    boolean isOpenAnywhere() {
        return openScopes.get() > 0;
    }

    /** From now on calls that no request has made are recorded as well. */
    void recordBackground(BackgroundTraces traces) {
        background = traces;
    }

    /**
     * Makes the current thread work for a request until the scope is closed. Opening the same recorder again inside, as
     * a forward does, is allowed and measures nothing twice. Throws nothing.
     */
    public Scope open(TraceRecorder recorder) {
        OpenScope enclosing = innermost();
        if (enclosing != null && enclosing.recorder == recorder) {
            return NOTHING_TO_CLOSE;
        }
        return entered(recorder, enclosing, false);
    }

    /**
     * Makes the current thread work for this request, or for none, until it is told otherwise: for what carries contexts
     * from thread to thread and has no scope to close. Whoever sets a request puts back what {@link #request()} was
     * before. Throws nothing.
     */
    public void set(@Nullable TraceRecorder recorder) {
        OpenScope innermost = innermost();
        while (innermost != null && innermost.wasSet && innermost.recorder != recorder) {
            innermost.close();
            innermost = innermost();
        }
        if ((innermost == null ? null : innermost.request()) != recorder) {
            entered(recorder, innermost, true);
        }
    }

    /**
     * Lets a thread that is about to be started work for the current thread's request until {@link #threadEnds}. Nothing
     * happens if there is none. Throws nothing.
     */
    public void passTo(Thread thread) {
        TraceRecorder request = request();
        if (request != null && starting.put(thread, request) == null) {
            openScopes.incrementAndGet();
        }
    }

    /** The current thread ends: what {@link #passTo} gave it is closed. Throws nothing. */
    public void threadEnds() {
        if (!starting.isEmpty() && starting.remove(Thread.currentThread()) != null) {
            openScopes.decrementAndGet();
        }
        for (OpenScope scope = local.get(); scope != null; scope = local.get()) {
            scope.close();
        }
    }

    private @Nullable OpenScope innermost() {
        OpenScope scope = local.get();
        return scope == null && !starting.isEmpty() ? inherited() : scope;
    }

    private @Nullable OpenScope inherited() {
        TraceRecorder request = starting.remove(Thread.currentThread());
        if (request == null) {
            return null;
        }
        OpenScope scope = new OpenScope(request, null, false); // counted as open since it was passed
        scope.begin();
        local.set(scope);
        return scope;
    }

    private OpenScope entered(@Nullable TraceRecorder recorder, @Nullable OpenScope enclosing, boolean wasSet) {
        OpenScope scope = new OpenScope(recorder, enclosing, wasSet);
        scope.begin();
        openScopes.incrementAndGet();
        local.set(scope);
        return scope;
    }

    /** The task, which belongs to the request of the thread that calls this, on whatever thread it is run. */
    public Runnable wrap(Runnable task) {
        return TracedTask.of(this, task);
    }

    /** The task, which belongs to the request of the thread that calls this, on whatever thread it is run. */
    public <T extends @Nullable Object> Callable<T> wrap(Callable<T> task) {
        return TracedTask.of(this, task);
    }

    /** An executor whose tasks belong to the request of the thread that gives them to it. */
    public Executor wrap(Executor executor) {
        return executor instanceof ExecutorService service ? wrap(service) : TracingExecutor.of(this, executor);
    }

    /**
     * An executor whose tasks belong to the request of the thread that gives them to it. Tasks that are
     * {@link Comparable}, as those of a priority queue are, stay as they are and belong to no request.
     */
    public ExecutorService wrap(ExecutorService executor) {
        return executor instanceof ScheduledExecutorService scheduled
                ? wrap(scheduled)
                : TracingExecutorService.of(this, executor);
    }

    /** As {@link #wrap(ExecutorService)}. Periodic tasks outlive any request and belong to none. */
    public ScheduledExecutorService wrap(ScheduledExecutorService executor) {
        return TracingScheduledExecutorService.of(this, executor);
    }

    private void tellFailure(Throwable failure) {
        if (failureTold.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "devserver failed to measure a request", failure);
        }
    }

    /** Used by the thread that opened it alone. */
    private final class OpenScope implements Scope {
        private final @Nullable TraceRecorder recorder;
        private final @Nullable OpenScope enclosing;
        private final boolean wasSet;
        private final long[] begun = new long[meters.length];
        private @Nullable String activity;
        private @Nullable CallKind within;
        private @Nullable String detail;
        private boolean closed;

        OpenScope(@Nullable TraceRecorder recorder, @Nullable OpenScope enclosing, boolean wasSet) {
            this.recorder = recorder;
            this.enclosing = enclosing;
            this.wasSet = wasSet;
        }

        @Nullable
        TraceRecorder request() {
            TraceRecorder known = recorder;
            return known == null || known.isFinished() ? null : known;
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
            if (recorder != null) {
                end(recorder);
            }
        }

        private boolean isAbove(OpenScope other) {
            OpenScope below = enclosing;
            while (below != null && below != other && (below.wasSet || below.closed)) {
                below = below.enclosing;
            }
            return below == other;
        }

        private void end(TraceRecorder measured) {
            for (int i = 0; i < meters.length; i++) {
                try {
                    meters[i].end(measured, begun[i]);
                } catch (RuntimeException | LinkageError failure) {
                    tellFailure(failure);
                }
            }
        }

        /** Scopes closed in a wrong order, or set and not put back, must leave no request behind on the thread. */
        private void leave() {
            OpenScope innermost = local.get();
            while (innermost != null && innermost.wasSet && innermost.isAbove(this)) {
                innermost.closed = true;
                openScopes.decrementAndGet();
                innermost = innermost.enclosing;
            }
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

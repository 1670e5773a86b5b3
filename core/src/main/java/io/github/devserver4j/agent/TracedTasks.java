package io.github.devserver4j.agent;

import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Map;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests to other threads. A task stays the object it is, since the application may look for it in the queue, or
 * have a pool that casts it; a lambda, which nobody can tell from another, is wrapped, as it may be given away by many
 * requests at once. Thread-safe.
 */
final class TracedTasks {

    private final CurrentTrace currentTrace;
    private final StartedThreads startedThreads;
    private final TaskRequests requests = new TaskRequests();

    /** Of what a pool's thread is running. */
    @SuppressWarnings("ThreadLocalUsage") // removed when the task is over
    private final ThreadLocal<Scope> running = new ThreadLocal<>();

    TracedTasks(CurrentTrace currentTrace, CallSites callSites) {
        this.currentTrace = currentTrace;
        this.startedThreads = new StartedThreads(currentTrace, callSites);
    }

    /** What instrumented classes of the JDK ask, by the names of their hooks. */
    Map<String, Object> hooks() {
        Function<@Nullable Object, @Nullable Object> given = this::given;
        Function<@Nullable Object, @Nullable Object> entered = this::entered;
        Consumer<@Nullable Object> remember = this::remember;
        Consumer<@Nullable Object> running = this::running;
        Consumer<@Nullable Object> starting = this::starting;
        BiPredicate<@Nullable Object, @Nullable Object> removed = GivenLambda::remove;
        Runnable ended = currentTrace::threadEnds;
        return Map.of(
                "given", given,
                "entered", entered,
                "remember", remember,
                "running", running,
                "starting", starting,
                "removed", removed,
                "ended", ended);
    }

    /** A pool is given a task by the current thread; returns the task, or one to be run in its place. */
    private @Nullable Object given(@Nullable Object task) {
        TraceRecorder request = task == null ? null : currentTrace.request();
        if (task == null || request == null) {
            return task;
        }
        if (GivenLambda.mayStandFor(task)) {
            Runnable lambda = (Runnable) task;
            return new GivenLambda(lambda, currentTrace.wrap(lambda));
        }
        remember(task, request);
        return task;
    }

    /** As {@link #given}, for a task that no other may stand for. */
    private void remember(@Nullable Object task) {
        TraceRecorder request = task == null ? null : currentTrace.request();
        boolean periodic = task instanceof RunnableScheduledFuture<?> future && future.isPeriodic();
        if (task != null && request != null && !periodic) {
            remember(task, request);
        }
    }

    /**
     * A task belongs to whoever made it, where that is known, as with a stage of a future, and else to whoever was first; to
     * nobody else if it is given away by two requests at once.
     */
    private void remember(Object task, TraceRecorder request) {
        if (task instanceof ForkJoinTask && !(task instanceof AsynchronousCompletionTask)) {
            requests.put(task, request); // it may be run again
        } else {
            requests.add(task, request);
        }
    }

    /** A pool's thread, which is the current one, has taken a task and is about to run it; null if it has run one. */
    private void running(@Nullable Object task) {
        Scope before = running.get();
        if (before != null) {
            running.remove();
            before.close();
        }
        TraceRecorder request = task == null ? null : requests.remove(task);
        if (request != null) {
            running.set(currentTrace.open(request));
        }
    }

    /** The current thread is about to run a task, within whatever else it runs; the answer is run when that is over. */
    private @Nullable Runnable entered(@Nullable Object task) {
        TraceRecorder request = task == null ? null : requests.get(task);
        if (request == null) {
            return null;
        }
        return currentTrace.open(request)::close;
    }

    /** The current thread starts this one. */
    private void starting(@Nullable Object started) {
        boolean isWorker = started instanceof ForkJoinWorkerThread;
        if (started instanceof Thread thread && !isWorker && currentTrace.request() != null) {
            startedThreads.starting(thread);
        }
    }
}

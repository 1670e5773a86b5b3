package io.github.devserver4j.agent;

import io.github.devserver4j.agent.bridge.TaskHook;
import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RunnableScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests to other threads. A task stays the object it is, since the application may look for it in the queue, or
 * have a pool that casts it; a lambda, which nobody can tell from another, is wrapped, as it may be given away by many
 * requests at once. Thread-safe.
 */
final class TracedTasks implements TaskHook {

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

    @Override
    public @Nullable Object given(@Nullable Object task) {
        TraceRecorder request = task == null ? null : currentTrace.request();
        if (task == null || request == null) {
            return task;
        }
        if (task.getClass().isHidden() && task instanceof Runnable lambda) {
            return currentTrace.wrap(lambda);
        }
        boolean belongs = remember(task, request);
        return belongs || !(task instanceof Runnable plain) ? task : currentTrace.wrap(plain);
    }

    @Override
    public void remember(@Nullable Object task) {
        TraceRecorder request = task == null ? null : currentTrace.request();
        boolean periodic = task instanceof RunnableScheduledFuture<?> future && future.isPeriodic();
        if (task != null && request != null && !periodic) {
            remember(task, request);
        }
    }

    /** False if the task belongs to another request. */
    private boolean remember(Object task, TraceRecorder request) {
        if (task instanceof AsynchronousCompletionTask) {
            requests.add(task, request); // it belongs to whoever made it, not to the one that completes it
            return true;
        }
        if (task instanceof ForkJoinTask) {
            requests.put(task, request); // it may be run again
            return true;
        }
        return requests.add(task, request);
    }

    @Override
    public void running(@Nullable Object task) {
        TraceRecorder request = task == null ? null : requests.remove(task);
        if (request != null) {
            running.set(currentTrace.open(request));
        }
    }

    @Override
    public void over() {
        Scope scope = running.get();
        if (scope != null) {
            running.remove();
            scope.close();
        }
    }

    @Override
    public @Nullable Object entered(Object task) {
        TraceRecorder request = requests.get(task);
        return request == null ? null : currentTrace.open(request);
    }

    @Override
    public void left(@Nullable Object entered) {
        if (entered instanceof Scope scope) {
            scope.close();
        }
    }

    @Override
    public void starting(Thread thread) {
        if (!(thread instanceof ForkJoinWorkerThread) && currentTrace.request() != null) {
            startedThreads.starting(thread);
        }
    }

    @Override
    public void ended() {
        currentTrace.threadEnds();
    }
}

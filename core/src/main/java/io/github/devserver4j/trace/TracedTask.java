package io.github.devserver4j.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A task that runs for the request that was current when it was given away; for none if that is over by then. Immutable.
 *
 * <p>A task given away by a thread without a request stays as it is, and so does one that is {@link Comparable}, which a
 * priority queue would miss.
 */
abstract class TracedTask {

    private final CurrentTrace currentTrace;
    private final TraceRecorder request;

    private TracedTask(CurrentTrace currentTrace, TraceRecorder request) {
        this.currentTrace = currentTrace;
        this.request = request;
    }

    static Runnable of(CurrentTrace currentTrace, Runnable task) {
        TraceRecorder request = requestOf(currentTrace, task);
        return request == null ? task : new OfRunnable(currentTrace, request, task);
    }

    static <T extends @Nullable Object> Callable<T> of(CurrentTrace currentTrace, Callable<T> task) {
        TraceRecorder request = requestOf(currentTrace, task);
        return request == null ? task : new OfCallable<>(currentTrace, request, task);
    }

    /** All of them, in their order; the collection itself is left as it is. */
    static <T extends @Nullable Object> Collection<? extends Callable<T>> ofAll(
            CurrentTrace currentTrace, Collection<? extends Callable<T>> tasks) {
        if (tasks == null || currentTrace.request() == null) { // null is the executor's to refuse
            return tasks;
        }
        List<Callable<T>> traced = new ArrayList<>(tasks.size());
        tasks.forEach(task -> traced.add(of(currentTrace, task)));
        return traced;
    }

    /** The task as the application gave it away. */
    static Runnable original(Runnable task) {
        return task instanceof OfRunnable traced ? traced.task : task;
    }

    private static @Nullable TraceRecorder requestOf(CurrentTrace currentTrace, @Nullable Object task) {
        boolean asItIs = task == null || task instanceof Comparable || task instanceof TracedTask;
        return asItIs ? null : currentTrace.request();
    }

    final Scope open() {
        return currentTrace.open(request);
    }

    private static final class OfRunnable extends TracedTask implements Runnable {
        private final Runnable task;

        OfRunnable(CurrentTrace currentTrace, TraceRecorder request, Runnable task) {
            super(currentTrace, request);
            this.task = task;
        }

        @Override
        public void run() {
            try (Scope scope = open()) {
                task.run();
            }
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }

    private static final class OfCallable<T extends @Nullable Object> extends TracedTask implements Callable<T> {
        private final Callable<T> task;

        OfCallable(CurrentTrace currentTrace, TraceRecorder request, Callable<T> task) {
            super(currentTrace, request);
            this.task = task;
        }

        @Override
        public T call() throws Exception {
            try (Scope scope = open()) {
                return task.call();
            }
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }
}

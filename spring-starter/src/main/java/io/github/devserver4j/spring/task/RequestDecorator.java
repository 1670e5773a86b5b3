package io.github.devserver4j.spring.task;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import java.util.concurrent.RunnableScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.TaskScheduler;

/**
 * Lets tasks of Spring's executors keep the request of whoever gave them, around what the application's own decorator
 * makes of them. Periodic tasks outlive any request and belong to none. Thread-safe.
 */
final class RequestDecorator implements TaskDecorator {

    private final CurrentTrace currentTrace;
    private final @Nullable TaskDecorator applications;
    private final boolean mayBePeriodic;

    private RequestDecorator(CurrentTrace currentTrace, @Nullable TaskDecorator applications, boolean mayBePeriodic) {
        this.currentTrace = currentTrace;
        this.applications = applications;
        this.mayBePeriodic = mayBePeriodic;
    }

    /** Around the one that an executor has. */
    static TaskDecorator around(@Nullable TaskDecorator applications, Object executor, CurrentTrace currentTrace) {
        return new RequestDecorator(currentTrace, applications, executor instanceof TaskScheduler);
    }

    /** Whether it keeps requests already. */
    static boolean isKnown(@Nullable TaskDecorator decorator, CurrentTrace currentTrace) {
        return decorator instanceof RequestDecorator known && known.currentTrace == currentTrace;
    }

    @Override
    public Runnable decorate(Runnable task) {
        TaskDecorator own = applications;
        Runnable decorated = own == null ? task : own.decorate(task);
        if (!isOfRequest(task)) {
            return decorated;
        }
        return currentTrace.wrap(
                decorated instanceof RunnableScheduledFuture<?> future ? new ScheduledRun(future) : decorated);
    }

    /** A fault of ours leaves a task on no request: scheduling it must go on. */
    private boolean isOfRequest(Runnable task) {
        try {
            return currentTrace.request() != null && !(mayBePeriodic && PeriodicTask.isGivenAs(task));
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
            return false;
        }
    }

    /** What is queued is Spring's own future, so this need not be comparable as the pool's is. */
    private static final class ScheduledRun implements Runnable {
        private final RunnableScheduledFuture<?> future;

        ScheduledRun(RunnableScheduledFuture<?> future) {
            this.future = future;
        }

        @Override
        public void run() {
            future.run();
        }

        @Override
        public String toString() {
            return future.toString();
        }
    }
}

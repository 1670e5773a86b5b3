package io.github.devserver4j.spring.task;

import io.github.devserver4j.trace.CurrentTrace;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/**
 * Lets an executor keep the requests of its tasks: those of Spring's by their decorator, and others by one around them.
 * Doing it twice has no effect. Thread-safe.
 */
final class RequestExecutors {

    private final CurrentTrace currentTrace;

    RequestExecutors(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    /** The executor itself, decorated, or what stands for it; it is to be an instance of this type. */
    Object kept(Object executor, Class<?> type) {
        DecoratedExecutor<?> decorated = DecoratedExecutor.of(executor);
        if (decorated != null) {
            decorated.decorate(executor, currentTrace);
            return executor.getClass() == SimpleAsyncTaskScheduler.class
                    ? OneShotTasks.of((SimpleAsyncTaskScheduler) executor, currentTrace)
                    : executor;
        }
        if (type == Object.class || !(executor instanceof Executor plain)) {
            return executor;
        }
        Object around = around(plain);
        return type.isInstance(around) ? around : executor;
    }

    private Executor around(Executor executor) {
        if (executor instanceof TaskExecutor) {
            return GivenTasks.of(executor, currentTrace);
        }
        return executor instanceof ThreadPoolExecutor pool ? around(pool) : currentTrace.wrap(executor);
    }

    private ThreadPoolExecutor around(ThreadPoolExecutor pool) {
        boolean asItIs = pool instanceof RequestThreadPool
                || pool instanceof RequestScheduledPool
                || DecoratedExecutor.comparesTasks(pool.getQueue());
        if (asItIs) {
            return pool;
        }
        return pool instanceof ScheduledThreadPoolExecutor scheduled
                ? new RequestScheduledPool(scheduled, currentTrace)
                : new RequestThreadPool(pool, currentTrace);
    }
}

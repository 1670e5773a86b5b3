package io.github.devserver4j.spring.task;

import io.github.devserver4j.trace.CurrentTrace;
import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * An executor class of Spring's that decorates its tasks. Which decorator it has it does not tell but in a private field;
 * where that can't be read, the executor stays as it is, lest a decorator of the application's be lost.
 *
 * @param type the class that has the field
 * @param setter its public setter
 */
record DecoratedExecutor<T>(Class<T> type, BiConsumer<T, TaskDecorator> setter) {

    private static final List<DecoratedExecutor<?>> KNOWN = List.of(
            new DecoratedExecutor<>(ThreadPoolTaskExecutor.class, ThreadPoolTaskExecutor::setTaskDecorator),
            new DecoratedExecutor<>(ThreadPoolTaskScheduler.class, ThreadPoolTaskScheduler::setTaskDecorator),
            new DecoratedExecutor<>(SimpleAsyncTaskExecutor.class, SimpleAsyncTaskExecutor::setTaskDecorator),
            new DecoratedExecutor<>(ConcurrentTaskExecutor.class, ConcurrentTaskExecutor::setTaskDecorator),
            new DecoratedExecutor<>(TaskExecutorAdapter.class, TaskExecutorAdapter::setTaskDecorator));

    /** The one for this executor; null if it can't be decorated. */
    static @Nullable DecoratedExecutor<?> of(Object executor) {
        for (DecoratedExecutor<?> known : KNOWN) {
            if (known.type.isInstance(executor)) {
                return known;
            }
        }
        return null;
    }

    /** From now on tasks of this executor keep their request. A second time has no effect. */
    void decorate(Object executor, CurrentTrace currentTrace) {
        if (comparesTasks(executor)) {
            return;
        }
        TaskDecorator present = decoratorOf(executor);
        if (!RequestDecorator.isKnown(present, currentTrace)) {
            setter.accept(type.cast(executor), RequestDecorator.around(present, executor, currentTrace));
        }
    }

    /** Its comparator knows the application's tasks, and no others. */
    private static boolean comparesTasks(Object executor) {
        try {
            return executor instanceof ThreadPoolTaskExecutor pool
                    && comparesTasks(pool.getThreadPoolExecutor().getQueue());
        } catch (IllegalStateException notInitialized) {
            return false; // nor has a pool of its own kind a queue to ask
        }
    }

    static boolean comparesTasks(BlockingQueue<?> queue) {
        return queue instanceof PriorityBlockingQueue<?> byPriority && byPriority.comparator() != null;
    }

    private @Nullable TaskDecorator decoratorOf(Object executor) {
        try {
            Field field = type.getDeclaredField("taskDecorator");
            field.setAccessible(true);
            return (TaskDecorator) field.get(executor);
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}

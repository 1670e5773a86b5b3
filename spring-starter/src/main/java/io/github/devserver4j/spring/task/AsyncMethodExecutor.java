package io.github.devserver4j.spring.task;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.trace.Faults;
import java.lang.reflect.Field;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.interceptor.AsyncExecutionInterceptor;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.core.PriorityOrdered;
import org.springframework.scheduling.annotation.AsyncAnnotationBeanPostProcessor;

/**
 * Lets {@code @Async} methods keep their request where their executor is no bean: given by an {@code AsyncConfigurer}, or
 * made by Spring because there is none. Thread-safe.
 */
final class AsyncMethodExecutor implements InstantiationAwareBeanPostProcessor, PriorityOrdered {

    private final ObjectProvider<DevServer> devServer;
    private final BeanFactory beans;

    AsyncMethodExecutor(ObjectProvider<DevServer> devServer, BeanFactory beans) {
        this.devServer = devServer;
        this.beans = beans;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** It was given its executor, and makes its advice of it next. */
    @Override
    public boolean postProcessAfterInstantiation(Object bean, String beanName) {
        if (bean instanceof AsyncAnnotationBeanPostProcessor processor) {
            try {
                Supplier<Executor> given = field(processor, "executor");
                Supplier<AsyncUncaughtExceptionHandler> handler = field(processor, "exceptionHandler");
                processor.configure(() -> kept(given), () -> handler == null ? null : handler.get());
            } catch (ReflectiveOperationException | RuntimeException fault) {
                Faults.report(fault);
            }
        }
        return true;
    }

    private @Nullable Executor kept(@Nullable Supplier<Executor> given) {
        Executor configured = given == null ? null : given.get();
        Executor executor = configured == null ? new Fallback().find(beans) : configured;
        if (executor == null) {
            return null;
        }
        try {
            return (Executor) new RequestExecutors(devServer.getObject().currentTrace()).kept(executor, Executor.class);
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
            return executor;
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> @Nullable T field(AsyncAnnotationBeanPostProcessor processor, String name)
            throws ReflectiveOperationException {
        Field field = AsyncAnnotationBeanPostProcessor.class.getDeclaredField(name);
        field.setAccessible(true);
        return (T) field.get(processor);
    }

    /** Finds what Spring takes where nothing was configured. */
    private static final class Fallback extends AsyncExecutionInterceptor {

        Fallback() {
            super(null);
        }

        @Nullable
        Executor find(BeanFactory beans) {
            return getDefaultExecutor(beans);
        }
    }
}

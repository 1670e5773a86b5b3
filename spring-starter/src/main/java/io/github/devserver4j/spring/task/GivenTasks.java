package io.github.devserver4j.spring.task;

import io.github.devserver4j.trace.CurrentTrace;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.framework.ProxyFactory;

/** Lets the tasks given to an application's own {@code TaskExecutor}, with all of its interfaces, keep their request. */
final class GivenTasks implements MethodInterceptor {

    private final CurrentTrace currentTrace;

    private GivenTasks(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    static Executor of(Executor executor, CurrentTrace currentTrace) {
        ProxyFactory proxy = new ProxyFactory(executor);
        proxy.setOpaque(true);
        proxy.addAdvice(new GivenTasks(currentTrace));
        return (Executor) proxy.getProxy(executor.getClass().getClassLoader());
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        String method = invocation.getMethod().getName();
        boolean gives = method.equals("execute") || method.startsWith("submit");
        if (gives && invocation.getArguments().length > 0) {
            @Nullable Object[] arguments = invocation.getArguments().clone();
            arguments[0] = kept(arguments[0], currentTrace);
            ((ProxyMethodInvocation) invocation).setArguments(arguments);
        }
        return invocation.proceed();
    }

    static @Nullable Object kept(@Nullable Object task, CurrentTrace currentTrace) {
        if (task instanceof Runnable runnable) {
            return currentTrace.wrap(runnable);
        }
        return task instanceof Callable<?> callable ? currentTrace.wrap(callable) : task;
    }
}

package io.github.devserver4j.spring.task;

import io.github.devserver4j.trace.CurrentTrace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.cglib.proxy.Callback;
import org.springframework.cglib.proxy.CallbackFilter;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.MethodInterceptor;
import org.springframework.cglib.proxy.MethodProxy;
import org.springframework.cglib.proxy.NoOp;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/**
 * Stands for a scheduler that starts a thread for each task, so that a task that a request schedules for once keeps its
 * request: the scheduler's decorator sees it only when it is due, on another thread. All else goes straight to the
 * scheduler. Thread-safe.
 */
final class OneShotTasks implements MethodInterceptor {

    /** One for all, as the class that is made depends on it. */
    private static final CallbackFilter AS_IT_IS = OneShotTasks::callback;

    private final SimpleAsyncTaskScheduler scheduler;
    private final CurrentTrace currentTrace;
    private volatile boolean complete;

    private OneShotTasks(SimpleAsyncTaskScheduler scheduler, CurrentTrace currentTrace) {
        this.scheduler = scheduler;
        this.currentTrace = currentTrace;
    }

    static SimpleAsyncTaskScheduler of(SimpleAsyncTaskScheduler scheduler, CurrentTrace currentTrace) {
        OneShotTasks tasks = new OneShotTasks(scheduler, currentTrace);
        Enhancer enhancer = new Enhancer();
        enhancer.setSuperclass(SimpleAsyncTaskScheduler.class);
        enhancer.setCallbacks(new Callback[] {tasks, NoOp.INSTANCE});
        enhancer.setCallbackFilter(AS_IT_IS);
        SimpleAsyncTaskScheduler standing = (SimpleAsyncTaskScheduler) enhancer.create();
        standing.setConcurrencyLimit(scheduler.getConcurrencyLimit()); // their getters are final
        if (scheduler.getThreadFactory() != null) {
            standing.setThreadFactory(scheduler.getThreadFactory());
        }
        tasks.complete = true;
        return standing;
    }

    @Override
    public @Nullable Object intercept(Object standing, Method method, @Nullable Object[] arguments, MethodProxy proxy)
            throws Throwable {
        if (!complete) {
            return proxy.invokeSuper(standing, arguments);
        }
        if (method.getName().equals("schedule") && (arguments[1] instanceof Instant || arguments[1] instanceof Date)) {
            arguments[0] = GivenTasks.kept(arguments[0], currentTrace);
        }
        try {
            return method.invoke(scheduler, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }

    /** It is equal to itself alone; what is not public the scheduler calls on itself. */
    private static int callback(Method method) {
        boolean asItIs = !Modifier.isPublic(method.getModifiers())
                || method.getName().equals("equals")
                || method.getName().equals("hashCode");
        return asItIs ? 1 : 0;
    }
}

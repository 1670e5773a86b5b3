package io.github.devserver4j.spring.cache;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.util.ClassUtils;

/** Passes a proxy's calls of the methods that {@link Cache} has through a recording one. Thread-safe. */
final class CacheAdvice implements MethodInterceptor {

    private final RecordedCache recorded;

    CacheAdvice(RecordedCache recorded) {
        this.recorded = recorded;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Method method = invocation.getMethod();
        Method known = ClassUtils.getMethodIfAvailable(Cache.class, method.getName(), method.getParameterTypes());
        if (known == null) {
            return invocation.proceed();
        }
        try {
            return known.invoke(recorded, invocation.getArguments());
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}

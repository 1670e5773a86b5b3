package io.github.devserver4j.spring.cache;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.util.ClassUtils;

/** Passes a proxy's calls of the methods that {@link Cache} has through a recording one. Thread-safe. */
final class CacheAdvice implements MethodInterceptor {

    private final RecordedCache recorded;
    private final Map<Method, Optional<Method>> known = new ConcurrentHashMap<>();

    CacheAdvice(RecordedCache recorded) {
        this.recorded = recorded;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Optional<Method> ofCache = known.computeIfAbsent(invocation.getMethod(), CacheAdvice::ofCache);
        if (ofCache.isEmpty()) {
            return invocation.proceed();
        }
        try {
            return ofCache.get().invoke(recorded, invocation.getArguments());
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private static Optional<Method> ofCache(Method method) {
        return Optional.ofNullable(
                ClassUtils.getMethodIfAvailable(Cache.class, method.getName(), method.getParameterTypes()));
    }
}

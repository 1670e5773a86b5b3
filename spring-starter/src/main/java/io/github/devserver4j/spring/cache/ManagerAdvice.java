package io.github.devserver4j.spring.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;

/** Lets a manager give recorded caches: the same one each time, as long as it has the same cache itself. Thread-safe. */
@SuppressWarnings("ReferenceEquality") // two caches are never equal
final class ManagerAdvice implements MethodInterceptor {

    private final UnaryOperator<Cache> wrapping;
    private final Map<String, Known> caches = new ConcurrentHashMap<>();

    ManagerAdvice(UnaryOperator<Cache> wrapping) {
        this.wrapping = wrapping;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Object result = invocation.proceed();
        return result instanceof Cache cache && invocation.getMethod().getName().equals("getCache")
                ? recorded(cache)
                : result;
    }

    private Cache recorded(Cache cache) {
        String name = cache.getName();
        if (name == null) {
            return wrapping.apply(cache);
        }
        Known known = caches.get(name);
        if (known == null || known.cache != cache) { // a manager may drop a cache and make another
            known = caches.compute(
                    name,
                    (key, old) -> old != null && old.cache == cache ? old : new Known(cache, wrapping.apply(cache)));
        }
        return known.recorded;
    }

    /** A cache of the manager's and what is given in its place. */
    private record Known(Cache cache, Cache recorded) {}
}

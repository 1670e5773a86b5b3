package io.github.devserver4j.agent.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.devserver4j.cache.caffeine.CaffeineTracing;
import io.github.devserver4j.trace.CurrentTrace;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Wraps whatever a Caffeine builder has built. Thread-safe. */
public final class CaffeineWrapper implements UnaryOperator<Object> {

    private final CaffeineTracing tracing;

    /**
     * Wraps for the traces that {@code currentTrace} tells.
     *
     * @throws IllegalStateException if the application's Caffeine is older than 3.0, whose interfaces differ
     */
    public CaffeineWrapper(CurrentTrace currentTrace) throws NoSuchMethodException {
        Class<?> refreshed =
                LoadingCache.class.getMethod("refresh", Object.class).getReturnType();
        if (refreshed != CompletableFuture.class) {
            throw new IllegalStateException("Caffeine before 3.0 is not supported");
        }
        this.tracing = CaffeineTracing.create(currentTrace);
    }

    @Override
    public Object apply(Object cache) {
        if (cache instanceof Cache<?, ?> manual) {
            return tracing.wrap(manual);
        }
        return cache instanceof AsyncCache<?, ?> async ? tracing.wrap(async) : cache;
    }
}

package io.github.devserver4j.agent.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.devserver4j.cache.caffeine.CaffeineTracing;
import io.github.devserver4j.trace.CurrentTrace;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Wraps whatever a Caffeine builder has built, under a name if it has one. Thread-safe. */
public final class CaffeineWrapper implements BiFunction<Object, @Nullable String, Object> {

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
    public Object apply(Object cache, @Nullable String name) {
        if (cache instanceof Cache<?, ?> manual) {
            return name == null ? tracing.wrap(manual) : tracing.wrap(manual, name);
        }
        if (cache instanceof AsyncCache<?, ?> async) {
            return name == null ? tracing.wrap(async) : tracing.wrap(async, name);
        }
        return cache;
    }
}

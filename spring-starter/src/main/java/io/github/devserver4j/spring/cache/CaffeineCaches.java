package io.github.devserver4j.spring.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import io.github.devserver4j.cache.caffeine.CaffeineTracing;
import io.github.devserver4j.trace.CurrentTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.cache.caffeine.CaffeineCache;

/** Records Caffeine's cache below Spring's, so that what the application asks of that itself is seen, too. Thread-safe. */
@SuppressWarnings("ReferenceEquality") // a cache that is recorded already comes back as it is
final class CaffeineCaches implements CacheWrapper {

    private final CaffeineTracing tracing;

    CaffeineCaches(CurrentTrace currentTrace) {
        this.tracing = CaffeineTracing.create(currentTrace);
    }

    @Override
    public @Nullable Cache wrap(Cache cache) {
        if (cache.getClass() != CaffeineCache.class) {
            return null;
        }
        CaffeineCache spring = (CaffeineCache) cache;
        AsyncCache<Object, Object> async = async(spring);
        return async == null ? wrapped(spring, spring.getNativeCache()) : wrapped(spring, async);
    }

    private Cache wrapped(CaffeineCache spring, com.github.benmanes.caffeine.cache.Cache<Object, Object> cache) {
        var recorded = tracing.wrap(cache, spring.getName());
        return recorded == cache ? spring : new CaffeineCache(spring.getName(), recorded, spring.isAllowNullValues());
    }

    private Cache wrapped(CaffeineCache spring, AsyncCache<Object, Object> cache) {
        var recorded = tracing.wrap(cache, spring.getName());
        return recorded == cache ? spring : new CaffeineCache(spring.getName(), recorded, spring.isAllowNullValues());
    }

    private static @Nullable AsyncCache<Object, Object> async(CaffeineCache spring) {
        try {
            return spring.getAsyncCache();
        } catch (IllegalStateException synchronous) {
            return null;
        }
    }
}

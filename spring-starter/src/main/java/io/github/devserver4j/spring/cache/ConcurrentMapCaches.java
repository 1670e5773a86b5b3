package io.github.devserver4j.spring.cache;

import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.CurrentTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.cache.concurrent.ConcurrentMapCache;

/** Records Spring's own cache, a map. Thread-safe. */
final class ConcurrentMapCaches implements CacheWrapper {

    private final CurrentTrace currentTrace;

    ConcurrentMapCaches(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    @Override
    public @Nullable Cache wrap(Cache cache) {
        if (cache instanceof TracedMapCache) {
            return cache;
        }
        return cache.getClass() == ConcurrentMapCache.class
                ? new TracedMapCache((ConcurrentMapCache) cache, CacheCalls.of(currentTrace, cache.getName()))
                : null;
    }
}

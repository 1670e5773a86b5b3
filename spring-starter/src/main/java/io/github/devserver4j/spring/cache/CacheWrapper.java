package io.github.devserver4j.spring.cache;

import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;

/** Knows how caches of one class are recorded. Thread-safe. */
interface CacheWrapper {

    /**
     * A cache of the same class that records, or the cache itself if it is recorded already; null for one of another
     * class.
     */
    @Nullable
    Cache wrap(Cache cache);
}

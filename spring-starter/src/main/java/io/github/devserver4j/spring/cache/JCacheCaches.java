package io.github.devserver4j.spring.cache;

import io.github.devserver4j.cache.jcache.JCacheTracing;
import io.github.devserver4j.trace.CurrentTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.cache.jcache.JCacheCache;

/** Records JCache's cache below Spring's, where its manager is not recorded. Thread-safe. */
@SuppressWarnings("ReferenceEquality") // a cache that is recorded already comes back as it is
final class JCacheCaches implements CacheWrapper {

    private final JCacheTracing tracing;

    JCacheCaches(CurrentTrace currentTrace) {
        this.tracing = JCacheTracing.create(currentTrace);
    }

    @Override
    public @Nullable Cache wrap(Cache cache) {
        if (cache.getClass() != JCacheCache.class) {
            return null;
        }
        JCacheCache spring = (JCacheCache) cache;
        javax.cache.Cache<Object, Object> nativeCache = spring.getNativeCache();
        var recorded = tracing.wrap(nativeCache);
        return recorded == nativeCache ? spring : new JCacheCache(recorded, spring.isAllowNullValues());
    }
}

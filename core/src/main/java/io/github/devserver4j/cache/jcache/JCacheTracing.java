package io.github.devserver4j.cache.jcache;

import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.CurrentTrace;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/**
 * Wraps JCache caches so that their calls are recorded in the trace of the calling thread. Thread-safe.
 *
 * <pre>{@code
 * JCacheTracing tracing = JCacheTracing.create(devServer.currentTrace());
 * CacheManager caches = tracing.wrap(Caching.getCachingProvider()).getCacheManager();
 * Cache<Long, User> users = caches.getCache("users", Long.class, User.class);
 * }</pre>
 *
 * <p>What is asked of a wrapped provider, manager or cache for another of them is wrapped as well, and the same thing always
 * in the same wrapper, as long as anyone holds it. {@code unwrap} gives the provider's own objects.
 *
 * <p>Known limits. Ehcache counts a value that it had to load as a hit, Caffeine as a miss, and so does what is recorded. For
 * other providers a value that was loaded is told as a hit, and what an entry processor finds is not told, since a look
 * beforehand could cost a round trip. When another thread changes the same key in between a look and the call, a
 * hit may be told as a miss or the other way round. Events name the provider's own cache as their source.
 */
public final class JCacheTracing {

    private final CurrentTrace currentTrace;
    private final Wrappers<Cache<?, ?>, TracedCache<?, ?>> caches = new Wrappers<>(this::traced);
    private final Wrappers<CacheManager, TracedCaches> managers =
            new Wrappers<>(manager -> new TracedCaches(manager, this));
    private final Wrappers<CachingProvider, TracedCachingProvider> providers =
            new Wrappers<>(provider -> new TracedCachingProvider(provider, this));

    private JCacheTracing(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    /** Records in the traces that {@code currentTrace} tells. */
    public static JCacheTracing create(CurrentTrace currentTrace) {
        return new JCacheTracing(currentTrace);
    }

    /** A cache that records its calls and otherwise is {@code cache}; null for null. */
    @SuppressWarnings("unchecked") // a cache's wrapper has the cache's types
    public <K, V> Cache<K, V> wrap(Cache<K, V> cache) {
        return cache == null || (cache instanceof TracedCache<?, ?> ours && isSame(ours.tracing()))
                ? cache
                : (Cache<K, V>) caches.of(cache);
    }

    /** A manager whose caches record their calls, and that otherwise is {@code manager}; null for null. */
    public CacheManager wrap(CacheManager manager) {
        return manager == null || (manager instanceof TracedCaches ours && isSame(ours.tracing()))
                ? manager
                : managers.of(manager);
    }

    /** A provider whose managers' caches record their calls, and that otherwise is {@code provider}; null for null. */
    public CachingProvider wrap(CachingProvider provider) {
        return provider == null || (provider instanceof TracedCachingProvider ours && isSame(ours.tracing()))
                ? provider
                : providers.of(provider);
    }

    /** Whether that one records in the same trace. */
    private boolean isSame(JCacheTracing other) {
        return currentTrace.equals(other.currentTrace);
    }

    private <K, V> TracedCache<K, V> traced(Cache<K, V> cache) {
        return new TracedCache<>(cache, this, CacheCalls.of(currentTrace, name(cache)), StatisticsRule.of(cache));
    }

    private static @Nullable String name(Cache<?, ?> cache) {
        try {
            return cache.getName();
        } catch (RuntimeException unnamed) {
            return null;
        }
    }
}

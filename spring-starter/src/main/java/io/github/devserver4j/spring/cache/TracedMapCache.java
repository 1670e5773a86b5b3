package io.github.devserver4j.spring.cache;

import io.github.devserver4j.cache.CacheCalls;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.core.serializer.support.SerializationDelegate;

/** A recorded cache of Spring's own class. What is asked of its map itself is not recorded. Thread-safe. */
final class TracedMapCache extends ConcurrentMapCache {

    private final Cache recorded;

    TracedMapCache(ConcurrentMapCache cache, CacheCalls calls) {
        super(cache.getName(), cache.getNativeCache(), cache.isAllowNullValues(), serialization(cache));
        this.recorded = new RecordedCache(cache, calls);
    }

    /** Only tells that there is one: values pass through the cache itself. */
    private static @Nullable SerializationDelegate serialization(ConcurrentMapCache cache) {
        return cache.isStoreByValue() ? new SerializationDelegate(TracedMapCache.class.getClassLoader()) : null;
    }

    @Override
    public @Nullable ValueWrapper get(Object key) {
        return recorded.get(key);
    }

    @Override
    public <T> @Nullable T get(Object key, @Nullable Class<T> type) {
        return recorded.get(key, type);
    }

    @Override
    public <T> @Nullable T get(Object key, Callable<T> valueLoader) {
        return recorded.get(key, valueLoader);
    }

    @Override
    public @Nullable CompletableFuture<?> retrieve(Object key) {
        return recorded.retrieve(key);
    }

    @Override
    public <T> CompletableFuture<T> retrieve(Object key, Supplier<CompletableFuture<T>> valueLoader) {
        return recorded.retrieve(key, valueLoader);
    }

    @Override
    public void put(Object key, @Nullable Object value) {
        recorded.put(key, value);
    }

    @Override
    public @Nullable ValueWrapper putIfAbsent(Object key, @Nullable Object value) {
        return recorded.putIfAbsent(key, value);
    }

    @Override
    public void evict(Object key) {
        recorded.evict(key);
    }

    @Override
    public boolean evictIfPresent(Object key) {
        return recorded.evictIfPresent(key);
    }

    @Override
    public void clear() {
        recorded.clear();
    }

    @Override
    public boolean invalidate() {
        return recorded.invalidate();
    }
}

package io.github.devserver4j.cache.jcache;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls of a {@link Cache}: what writes and removes is here. As thread-safe as the cache it wraps.
 *
 * <p>A write that tells what was there before is a hit or a miss, too: so says the specification, and so count the
 * providers.
 */
final class TracedCache<K, V> extends TracedReads<K, V> {

    private final JCacheTracing tracing;

    TracedCache(Cache<K, V> delegate, JCacheTracing tracing, CacheCalls calls, StatisticsRule rule) {
        super(delegate, calls, rule);
        this.tracing = tracing;
    }

    JCacheTracing tracing() {
        return tracing;
    }

    @Override
    public void put(K key, V value) {
        run(CacheAction.WRITE, "put", key, () -> delegate.put(key, value));
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> entries) {
        run(CacheAction.WRITE, "putAll", null, () -> delegate.putAll(entries));
    }

    @Override
    public @Nullable V getAndPut(K key, V value) {
        return this.<@Nullable V>byResult(
                CacheAction.WRITE, "getAndPut", key, Objects::nonNull, () -> delegate.getAndPut(key, value));
    }

    @Override
    public boolean putIfAbsent(K key, V value) {
        return byResult(CacheAction.WRITE, "putIfAbsent", key, put -> !put, () -> delegate.putIfAbsent(key, value));
    }

    @Override
    public boolean replace(K key, V value) {
        return byResult(CacheAction.WRITE, "replace", key, replaced -> replaced, () -> delegate.replace(key, value));
    }

    @Override
    public @Nullable V getAndReplace(K key, V value) {
        return this.<@Nullable V>byResult(
                CacheAction.WRITE, "getAndReplace", key, Objects::nonNull, () -> delegate.getAndReplace(key, value));
    }

    /** Another value than the old one is a hit. */
    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        return byResultOrLook(CacheAction.WRITE, "replace", key, true, () -> delegate.replace(key, oldValue, newValue));
    }

    @Override
    public boolean remove(K key, V oldValue) {
        return byResultOrLook(
                CacheAction.REMOVE, "remove", key, rule.isUnequalRemovalHit(), () -> delegate.remove(key, oldValue));
    }

    @Override
    public boolean remove(K key) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.remove(key)
                : calls.call(CacheAction.REMOVE, "remove", key, () -> delegate.remove(key));
    }

    @Override
    public @Nullable V getAndRemove(K key) {
        return this.<@Nullable V>byResult(
                CacheAction.REMOVE, "getAndRemove", key, Objects::nonNull, () -> delegate.getAndRemove(key));
    }

    @Override
    public void removeAll(Set<? extends K> keys) {
        run(CacheAction.REMOVE, "removeAll", keys, () -> delegate.removeAll(keys));
    }

    @Override
    public void removeAll() {
        run(CacheAction.REMOVE, "removeAll", null, delegate::removeAll);
    }

    @Override
    public void clear() {
        run(CacheAction.REMOVE, "clear", null, delegate::clear);
    }

    private void run(CacheAction action, String method, @Nullable Object key, Runnable body) {
        if (calls.recorder() == null) {
            body.run();
        } else {
            calls.run(action, method, key, body);
        }
    }

    private <T extends @Nullable Object> T byResult(
            CacheAction action, String method, K key, Predicate<? super T> isHit, Supplier<T> body) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null ? body.get() : counted.byResult(recorder, action, method, key, isHit, body);
    }

    /** True is a hit; false may have found another value, which only a look tells. */
    private boolean byResultOrLook(
            CacheAction action, String method, K key, boolean unequalIsHit, Supplier<Boolean> body) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return body.get();
        }
        Boolean present = unequalIsHit ? rule.look(delegate, key) : null;
        boolean there = Boolean.TRUE.equals(present);
        return counted.byResult(recorder, action, method, key, done -> done || there, body);
    }

    @Override
    public <C extends Configuration<K, V>> C getConfiguration(Class<C> type) {
        return delegate.getConfiguration(type);
    }

    @Override
    public String getName() {
        return delegate.getName();
    }

    @Override
    public CacheManager getCacheManager() {
        return tracing.wrap(delegate.getCacheManager());
    }

    @Override
    public void close() {
        delegate.close();
    }

    @Override
    public boolean isClosed() {
        return delegate.isClosed();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return delegate.unwrap(type);
    }

    @Override
    public void registerCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
        delegate.registerCacheEntryListener(configuration);
    }

    @Override
    public void deregisterCacheEntryListener(CacheEntryListenerConfiguration<K, V> configuration) {
        delegate.deregisterCacheEntryListener(configuration);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || delegate.equals(other instanceof TracedCache<?, ?> traced ? traced.delegate : other);
    }

    @Override
    public int hashCode() {
        return delegate.hashCode();
    }

    @Override
    public String toString() {
        return delegate.toString();
    }
}

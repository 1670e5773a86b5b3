package io.github.devserver4j.cache.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.TraceRecorder;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls of a {@link Cache}, which may also be the synchronous view of an asynchronous one. As thread-safe as
 * the cache it wraps.
 *
 * <p>A read is a miss if the application's mapping function ran, and a hit if it did not.
 */
class TracedCache<K, V extends @Nullable Object> implements Cache<K, V>, Serializable {

    final transient CacheCalls calls;

    /** What an asynchronous cache holds, where this is its view: a future still being loaded counts as a hit. */
    final transient @Nullable ConcurrentMap<K, ?> futures;

    private final Cache<K, V> delegate;
    private transient @Nullable ConcurrentMap<K, @NonNull V> map;

    TracedCache(Cache<K, V> delegate, @Nullable ConcurrentMap<K, ?> futures, CacheCalls calls) {
        this.delegate = delegate;
        this.futures = futures;
        this.calls = calls;
    }

    @Override
    public @Nullable V getIfPresent(K key) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return delegate.getIfPresent(key);
        }
        V value;
        try {
            value = delegate.getIfPresent(key);
        } catch (Throwable thrown) {
            calls.failed(recorder, calls.begun(CacheAction.READ, "getIfPresent", key, 0, 0, recorder.now()), thrown);
            throw thrown;
        }
        boolean hit = value != null || (futures != null && Presence.of(futures, key));
        calls.read(recorder, "getIfPresent", key, hit ? 1 : 0, hit ? 0 : 1);
        return value;
    }

    @Override
    public V get(K key, Function<? super K, ? extends V> mappingFunction) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null || mappingFunction == null) {
            return delegate.get(key, mappingFunction);
        }
        Load.OfKey<K, V> load = new Load.OfKey<>(recorder, mappingFunction);
        V value;
        try {
            value = delegate.get(key, load);
        } catch (Throwable thrown) {
            int hits = !load.ran() && futures != null && key != null ? 1 : 0;
            load.failed(calls, "get", key, hits, load.misses(), thrown);
            throw thrown;
        }
        load.ended(calls, "get", key);
        return value;
    }

    @Override
    public Map<K, @NonNull V> getAllPresent(Iterable<? extends K> keys) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null || keys == null) {
            return delegate.getAllPresent(keys);
        }
        BulkRead<K> read = new BulkRead<>(calls, recorder, "getAllPresent", keys);
        Map<K, @NonNull V> found;
        try {
            found = delegate.getAllPresent(read.keys());
        } catch (Throwable thrown) {
            read.failedUncounted(thrown);
            throw thrown;
        }
        read.ended(found.size());
        return found;
    }

    @Override
    public Map<K, @NonNull V> getAll(
            Iterable<? extends K> keys,
            Function<? super Set<? extends K>, ? extends Map<? extends K, ? extends @NonNull V>> mappingFunction) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null || keys == null || mappingFunction == null) {
            return delegate.getAll(keys, mappingFunction);
        }
        BulkRead<K> read = new BulkRead<>(calls, recorder, "getAll", keys);
        Load load = new Load(recorder);
        Map<K, @NonNull V> values;
        try {
            values = delegate.getAll(read.keys(), missing -> {
                load.begin(missing.size());
                return mappingFunction.apply(missing);
            });
        } catch (Throwable thrown) {
            if (futures == null) {
                read.failed(load, thrown);
            } else { // one of the futures it hit may have failed
                read.failed(read.size() - load.misses(), thrown);
            }
            throw thrown;
        }
        read.ended(read.size() - load.misses());
        return values;
    }

    @Override
    public void put(K key, @NonNull V value) {
        calls.run(CacheAction.WRITE, "put", key, () -> delegate.put(key, value));
    }

    @Override
    public void putAll(Map<? extends K, ? extends @NonNull V> values) {
        calls.run(CacheAction.WRITE, "putAll", null, () -> delegate.putAll(values));
    }

    @Override
    public void invalidate(K key) {
        calls.run(CacheAction.REMOVE, "invalidate", key, () -> delegate.invalidate(key));
    }

    @Override
    public void invalidateAll(Iterable<? extends K> keys) {
        calls.run(CacheAction.REMOVE, "invalidateAll", null, () -> delegate.invalidateAll(keys));
    }

    @Override
    public void invalidateAll() {
        calls.run(CacheAction.REMOVE, "invalidateAll", null, delegate::invalidateAll);
    }

    @Override
    public ConcurrentMap<K, @NonNull V> asMap() {
        ConcurrentMap<K, @NonNull V> view = map;
        if (view == null) {
            view = new TracedMap<>(delegate.asMap(), false, calls);
            map = view;
        }
        return view;
    }

    @Override
    public long estimatedSize() {
        return delegate.estimatedSize();
    }

    @Override
    public CacheStats stats() {
        return delegate.stats();
    }

    @Override
    public void cleanUp() {
        delegate.cleanUp();
    }

    @Override
    public Policy<K, @NonNull V> policy() {
        return delegate.policy();
    }

    @Override
    public String toString() {
        return delegate.toString();
    }

    /** Serialized as the wrapped cache: traces don't travel. */
    final Object writeReplace() {
        return delegate;
    }
}

package io.github.devserver4j.cache.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.TraceRecorder;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls of an {@link AsyncCache}. As thread-safe as the cache it wraps.
 *
 * <p>The futures returned are the very ones that the cache holds. A read is a hit if it found a future, done or not, and
 * a miss if the application's mapping function was asked for one; a miss lasts until its future is completed.
 */
class TracedAsyncCache<K, V extends @Nullable Object> implements AsyncCache<K, V>, Serializable {

    final transient CacheCalls calls;
    private final AsyncCache<K, V> delegate;
    private transient @Nullable ConcurrentMap<K, CompletableFuture<V>> map;
    private transient @Nullable Cache<K, V> synchronous;

    TracedAsyncCache(AsyncCache<K, V> delegate, CacheCalls calls) {
        this.delegate = delegate;
        this.calls = calls;
    }

    @Override
    public @Nullable CompletableFuture<@NonNull V> getIfPresent(K key) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return delegate.getIfPresent(key);
        }
        CompletableFuture<@NonNull V> future;
        try {
            future = delegate.getIfPresent(key);
        } catch (Throwable thrown) {
            calls.failed(recorder, calls.begun(CacheAction.READ, "getIfPresent", key, 0, 0, recorder.now()), thrown);
            throw thrown;
        }
        calls.read(recorder, "getIfPresent", key, future == null ? 0 : 1, future == null ? 1 : 0);
        return future;
    }

    @Override
    public CompletableFuture<V> get(K key, Function<? super @NonNull K, ? extends V> mappingFunction) {
        if (calls.recorder() == null || mappingFunction == null) {
            return delegate.get(key, mappingFunction);
        }
        return get(key, (k, executor) -> CompletableFuture.supplyAsync(() -> mappingFunction.apply(k), executor));
    }

    @Override
    public CompletableFuture<V> get(
            K key, BiFunction<? super K, ? super Executor, ? extends CompletableFuture<? extends V>> mappingFunction) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null || mappingFunction == null) {
            return delegate.get(key, mappingFunction);
        }
        Load load = new Load(recorder);
        CompletableFuture<V> future;
        try {
            future = delegate.get(key, (k, executor) -> {
                load.begin(1);
                return mappingFunction.apply(k, executor);
            });
        } catch (Throwable thrown) {
            load.failed(calls, "get", key, 0, load.misses(), thrown);
            throw thrown;
        }
        load.pending(calls, "get", key, future);
        return future;
    }

    @Override
    public CompletableFuture<Map<K, @NonNull V>> getAll(
            Iterable<? extends K> keys,
            Function<? super Set<? extends K>, ? extends Map<? extends K, ? extends @NonNull V>> mappingFunction) {
        if (calls.recorder() == null || mappingFunction == null) {
            return delegate.getAll(keys, mappingFunction);
        }
        return getAll(
                keys,
                (missing, executor) -> CompletableFuture.supplyAsync(() -> mappingFunction.apply(missing), executor));
    }

    @Override
    public CompletableFuture<Map<K, @NonNull V>> getAll(
            Iterable<? extends K> keys,
            BiFunction<
                            ? super Set<? extends K>,
                            ? super Executor,
                            ? extends CompletableFuture<? extends Map<? extends K, ? extends @NonNull V>>>
                    mappingFunction) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null || keys == null || mappingFunction == null) {
            return delegate.getAll(keys, mappingFunction);
        }
        BulkRead<K> read = new BulkRead<>(calls, recorder, "getAll", keys);
        Load load = new Load(recorder);
        CompletableFuture<Map<K, @NonNull V>> future;
        try {
            future = delegate.getAll(read.keys(), (missing, executor) -> {
                load.begin(missing.size());
                return mappingFunction.apply(missing, executor);
            });
        } catch (Throwable thrown) {
            read.failed(load, thrown);
            throw thrown;
        }
        read.pending(read.size() - load.misses(), future);
        return future;
    }

    @Override
    public void put(K key, CompletableFuture<? extends V> valueFuture) {
        calls.run(CacheAction.WRITE, "put", key, () -> delegate.put(key, valueFuture));
    }

    @Override
    public ConcurrentMap<K, CompletableFuture<V>> asMap() {
        ConcurrentMap<K, CompletableFuture<V>> view = map;
        if (view == null) {
            view = new TracedMap<>(delegate.asMap(), true, calls);
            map = view;
        }
        return view;
    }

    @Override
    public Cache<K, V> synchronous() {
        Cache<K, V> view = synchronous;
        if (view == null) {
            view = new TracedCache<>(delegate.synchronous(), delegate.asMap(), calls);
            synchronous = view;
        }
        return view;
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

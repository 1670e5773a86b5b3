package io.github.devserver4j.cache.caffeine;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls of an {@link AsyncLoadingCache}. As thread-safe as the cache it wraps.
 *
 * <p>As in {@link TracedLoadingCache}, a read is a miss if its key was not there just before.
 */
final class TracedAsyncLoadingCache<K, V extends @Nullable Object> extends TracedAsyncCache<K, V>
        implements AsyncLoadingCache<K, V> {

    private final transient AsyncLoadingCache<K, V> loading;
    private transient @Nullable LoadingCache<K, V> synchronous;

    TracedAsyncLoadingCache(AsyncLoadingCache<K, V> delegate, CacheCalls calls) {
        super(delegate, calls);
        this.loading = delegate;
    }

    @Override
    public CompletableFuture<V> get(K key) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return loading.get(key);
        }
        boolean present = isPresent(key);
        long start = present ? 0 : recorder.now();
        CompletableFuture<V> future;
        try {
            future = loading.get(key);
        } catch (Throwable thrown) {
            int misses = present || key == null ? 0 : 1;
            long begin = present ? recorder.now() : start;
            calls.failed(recorder, calls.begun(CacheAction.READ, "get", key, 0, misses, begin), thrown);
            throw thrown;
        }
        if (present) {
            calls.read(recorder, "get", key, 1, 0);
        } else {
            calls.pending(recorder, calls.begun(CacheAction.READ, "get", key, 0, 1, start), future);
        }
        return future;
    }

    @Override
    public CompletableFuture<Map<K, @NonNull V>> getAll(Iterable<? extends K> keys) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null || keys == null) {
            return loading.getAll(keys);
        }
        BulkRead<K> read = new BulkRead<>(calls, recorder, "getAll", keys, this::isPresent);
        CompletableFuture<Map<K, @NonNull V>> future;
        try {
            future = loading.getAll(read.keys());
        } catch (Throwable thrown) {
            read.failed(read.keys().presentCount(), thrown);
            throw thrown;
        }
        read.pending(read.keys().presentCount(), future);
        return future;
    }

    @Override
    public LoadingCache<K, V> synchronous() {
        LoadingCache<K, V> view = synchronous;
        if (view == null) {
            view = new TracedLoadingCache<>(loading.synchronous(), loading.asMap(), calls);
            synchronous = view;
        }
        return view;
    }

    private boolean isPresent(@Nullable K key) {
        return Presence.of(loading.asMap(), key);
    }
}

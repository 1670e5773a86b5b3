package io.github.devserver4j.cache.caffeine;

import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls of a {@link LoadingCache}, which may also be the synchronous view of an asynchronous one. As
 * thread-safe as the cache it wraps.
 *
 * <p>The cache's own loader can't be seen from here, so a read is a miss if its key was not there just before. The look
 * is quiet: it changes neither statistics nor recency.
 */
final class TracedLoadingCache<K, V extends @Nullable Object> extends TracedCache<K, V> implements LoadingCache<K, V> {

    private final transient LoadingCache<K, V> loading;

    TracedLoadingCache(LoadingCache<K, V> delegate, @Nullable ConcurrentMap<K, ?> futures, CacheCalls calls) {
        super(delegate, futures, calls);
        this.loading = delegate;
    }

    @Override
    public V get(K key) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return loading.get(key);
        }
        boolean present = isPresent(key);
        long start = present ? 0 : recorder.now();
        V value;
        try {
            value = loading.get(key);
        } catch (Throwable thrown) {
            int hits = present && futures != null ? 1 : 0;
            int misses = present || key == null ? 0 : 1;
            long begin = present ? recorder.now() : start;
            calls.failed(recorder, calls.begun(CacheAction.READ, "get", key, hits, misses, begin), thrown);
            throw thrown;
        }
        if (present) {
            calls.read(recorder, "get", key, 1, 0);
        } else {
            calls.ended(recorder, calls.begun(CacheAction.READ, "get", key, 0, 1, start));
        }
        return value;
    }

    @Override
    public Map<K, @NonNull V> getAll(Iterable<? extends K> keys) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null || keys == null) {
            return loading.getAll(keys);
        }
        BulkRead<K> read = new BulkRead<>(calls, recorder, "getAll", keys, this::isPresent);
        Map<K, @NonNull V> values;
        try {
            values = loading.getAll(read.keys());
        } catch (Throwable thrown) {
            read.failed(hitsOfFailure(read.keys()), thrown);
            throw thrown;
        }
        read.ended(read.keys().presentCount());
        return values;
    }

    @Override
    public CompletableFuture<V> refresh(K key) {
        return calls.callAsync(CacheAction.LOAD, "refresh", key, () -> loading.refresh(key));
    }

    @Override
    public CompletableFuture<Map<K, @NonNull V>> refreshAll(Iterable<? extends K> keys) {
        return calls.callAsync(CacheAction.LOAD, "refreshAll", null, () -> loading.refreshAll(keys));
    }

    private boolean isPresent(@Nullable K key) {
        return Presence.of(futures == null ? loading.asMap() : futures, key);
    }

    /**
     * How many keys a failed read had hit. A cache without {@code loadAll} iterates over the keys once, asks for one
     * after the other and counts as missed whatever comes after a failure.
     */
    private int hitsOfFailure(ObservedKeys<K> keys) {
        boolean oneByOne = futures == null && keys.walks() == 1;
        return oneByOne ? keys.presentCountUntilFailure() : keys.presentCount();
    }
}

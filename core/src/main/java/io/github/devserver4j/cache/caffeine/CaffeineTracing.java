package io.github.devserver4j.cache.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.CurrentTrace;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Wraps Caffeine caches so that their calls are recorded in the trace of the calling thread. Thread-safe.
 *
 * <pre>{@code
 * CaffeineTracing tracing = CaffeineTracing.create(devServer.currentTrace());
 * LoadingCache<Long, User> users = tracing.wrap(Caffeine.newBuilder().maximumSize(1_000).build(this::load), "users");
 * }</pre>
 *
 * <p>A wrapped cache that is wrapped again is returned as it is. Caches wrapped without a name are named
 * {@code cache 1}, {@code cache 2} and so on, in the order in which they are wrapped. A loading cache that is only known
 * as a {@code Cache} is wrapped as a loading one.
 *
 * <p>Known limits. A cache's own loader can't be seen, so {@code get(key)} and {@code getAll(keys)} of a loading cache
 * look beforehand whether a key is there: when another thread loads, evicts or removes the same key in between, a hit
 * may be told as a miss or the other way round; likewise when the loads of one {@code getAll(keys)} without
 * {@code loadAll} themselves evict or add keys of that call. Writes through {@code policy()} and by
 * {@code Entry.setValue} are not recorded. A call holds its key until the request is over, also where the cache holds
 * keys weakly. A wrapped cache is serialized as the cache it wraps, and what is read back is not wrapped.
 */
public final class CaffeineTracing {

    private final CurrentTrace currentTrace;
    private final AtomicInteger unnamed = new AtomicInteger();

    private CaffeineTracing(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    /** Records in the traces that {@code currentTrace} tells. */
    public static CaffeineTracing create(CurrentTrace currentTrace) {
        return new CaffeineTracing(currentTrace);
    }

    /** A cache that records its calls and otherwise is {@code cache}. */
    public <K, V extends @Nullable Object> Cache<K, V> wrap(Cache<K, V> cache) {
        return wrapped(cache, null);
    }

    /** As {@link #wrap(Cache)}, with the name that its calls are shown under. */
    public <K, V extends @Nullable Object> Cache<K, V> wrap(Cache<K, V> cache, String name) {
        return wrapped(cache, name);
    }

    /** A cache that records its calls and otherwise is {@code cache}. */
    public <K, V extends @Nullable Object> LoadingCache<K, V> wrap(LoadingCache<K, V> cache) {
        return wrapped(cache, null);
    }

    /** As {@link #wrap(LoadingCache)}, with the name that its calls are shown under. */
    public <K, V extends @Nullable Object> LoadingCache<K, V> wrap(LoadingCache<K, V> cache, String name) {
        return wrapped(cache, name);
    }

    /** A cache that records its calls, also those of its synchronous view, and otherwise is {@code cache}. */
    public <K, V extends @Nullable Object> AsyncCache<K, V> wrap(AsyncCache<K, V> cache) {
        return wrapped(cache, null);
    }

    /** As {@link #wrap(AsyncCache)}, with the name that its calls are shown under. */
    public <K, V extends @Nullable Object> AsyncCache<K, V> wrap(AsyncCache<K, V> cache, String name) {
        return wrapped(cache, name);
    }

    /** A cache that records its calls, also those of its synchronous view, and otherwise is {@code cache}. */
    public <K, V extends @Nullable Object> AsyncLoadingCache<K, V> wrap(AsyncLoadingCache<K, V> cache) {
        return wrapped(cache, null);
    }

    /** As {@link #wrap(AsyncLoadingCache)}, with the name that its calls are shown under. */
    public <K, V extends @Nullable Object> AsyncLoadingCache<K, V> wrap(AsyncLoadingCache<K, V> cache, String name) {
        return wrapped(cache, name);
    }

    /** Gives a wrapped cache another name; has no effect on any other object. */
    public void rename(Object cache, String name) {
        if (cache instanceof TracedCache<?, ?> traced) {
            traced.calls.rename(name);
        } else if (cache instanceof TracedAsyncCache<?, ?> traced) {
            traced.calls.rename(name);
        }
    }

    private <K, V extends @Nullable Object> Cache<K, V> wrapped(Cache<K, V> cache, @Nullable String name) {
        if (cache instanceof LoadingCache<K, V> loading) {
            return wrapped(loading, name);
        }
        return cache instanceof TracedCache<?, ?> ours && ours.calls.isOf(currentTrace)
                ? cache
                : new TracedCache<>(cache, null, calls(name));
    }

    private <K, V extends @Nullable Object> LoadingCache<K, V> wrapped(
            LoadingCache<K, V> cache, @Nullable String name) {
        return cache instanceof TracedLoadingCache<?, ?> ours && ours.calls.isOf(currentTrace)
                ? cache
                : new TracedLoadingCache<>(cache, null, calls(name));
    }

    private <K, V extends @Nullable Object> AsyncCache<K, V> wrapped(AsyncCache<K, V> cache, @Nullable String name) {
        if (cache instanceof AsyncLoadingCache<K, V> loading) {
            return wrapped(loading, name);
        }
        return cache instanceof TracedAsyncCache<?, ?> ours && ours.calls.isOf(currentTrace)
                ? cache
                : new TracedAsyncCache<>(cache, calls(name));
    }

    private <K, V extends @Nullable Object> AsyncLoadingCache<K, V> wrapped(
            AsyncLoadingCache<K, V> cache, @Nullable String name) {
        return cache instanceof TracedAsyncLoadingCache<?, ?> ours && ours.calls.isOf(currentTrace)
                ? cache
                : new TracedAsyncLoadingCache<>(cache, calls(name));
    }

    private CacheCalls calls(@Nullable String name) {
        return CacheCalls.of(currentTrace, name == null ? "cache " + unnamed.incrementAndGet() : name);
    }
}

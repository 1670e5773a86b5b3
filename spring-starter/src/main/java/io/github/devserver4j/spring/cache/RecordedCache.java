package io.github.devserver4j.spring.cache;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;

/**
 * Records the calls of any cache of Spring's. As thread-safe as the cache.
 *
 * <p>A read is a miss if nothing was found, or if the application's loader ran. Two are not known: {@code get(key, type)}
 * tells a null that is cached as a miss, and a read that is answered later is neither hit nor miss.
 */
final class RecordedCache implements Cache {

    private final Cache delegate;
    private final CacheCalls calls;

    RecordedCache(Cache delegate, CacheCalls calls) {
        this.delegate = delegate;
        this.calls = calls;
    }

    @Override
    public String getName() {
        return delegate.getName();
    }

    @Override
    public Object getNativeCache() {
        return delegate.getNativeCache();
    }

    @Override
    public @Nullable ValueWrapper get(Object key) {
        return read(key, () -> delegate.get(key));
    }

    @Override
    public <T> @Nullable T get(Object key, @Nullable Class<T> type) {
        return read(key, () -> delegate.get(key, type));
    }

    private <T extends @Nullable Object> T read(Object key, Supplier<T> body) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return body.get();
        }
        long start = recorder.now();
        T found;
        try {
            found = body.get();
        } catch (Throwable thrown) {
            calls.failed(recorder, call("get", key, 0, 0, start), thrown);
            throw thrown;
        }
        calls.ended(recorder, call("get", key, found == null ? 0 : 1, found == null ? 1 : 0, start));
        return found;
    }

    @Override
    public <T> @Nullable T get(Object key, Callable<T> valueLoader) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return delegate.get(key, valueLoader);
        }
        long start = recorder.now();
        AtomicInteger misses = new AtomicInteger();
        T value;
        try {
            value = delegate.get(key, () -> {
                misses.set(1);
                return valueLoader.call();
            });
        } catch (Throwable thrown) {
            calls.failed(recorder, call("get", key, 0, misses.get(), start), thrown);
            throw thrown;
        }
        calls.ended(recorder, call("get", key, 1 - misses.get(), misses.get(), start));
        return value;
    }

    @Override
    public @Nullable CompletableFuture<?> retrieve(Object key) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return delegate.retrieve(key);
        }
        long start = recorder.now();
        CompletableFuture<?> found;
        try {
            found = delegate.retrieve(key);
        } catch (Throwable thrown) {
            calls.failed(recorder, call("retrieve", key, 0, 0, start), thrown);
            throw thrown;
        }
        if (found == null) {
            calls.ended(recorder, call("retrieve", key, 0, 1, start));
        } else {
            boolean isAnswered = found.isDone() && !found.isCompletedExceptionally();
            int hits = isAnswered && found.getNow(null) != null ? 1 : 0;
            calls.pending(recorder, call("retrieve", key, hits, isAnswered ? 1 - hits : 0, start), found);
        }
        return found;
    }

    @Override
    public <T> CompletableFuture<T> retrieve(Object key, Supplier<CompletableFuture<T>> valueLoader) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return delegate.retrieve(key, valueLoader);
        }
        long start = recorder.now();
        AtomicInteger misses = new AtomicInteger();
        CompletableFuture<T> value;
        try {
            value = delegate.retrieve(key, () -> {
                misses.set(1);
                return valueLoader.get();
            });
        } catch (Throwable thrown) {
            calls.failed(recorder, call("retrieve", key, 0, misses.get(), start), thrown);
            throw thrown;
        }
        int hits = misses.get() == 0 && value.isDone() && !value.isCompletedExceptionally() ? 1 : 0;
        calls.pending(recorder, call("retrieve", key, hits, misses.get(), start), value);
        return value;
    }

    private CacheCall call(String method, Object key, int hits, int misses, long start) {
        return calls.begun(CacheAction.READ, method, key, hits, misses, start);
    }

    @Override
    public void put(Object key, @Nullable Object value) {
        calls.run(CacheAction.WRITE, "put", key, () -> delegate.put(key, value));
    }

    @Override
    public @Nullable ValueWrapper putIfAbsent(Object key, @Nullable Object value) {
        return calls.<@Nullable ValueWrapper>call(
                CacheAction.WRITE, "putIfAbsent", key, () -> delegate.putIfAbsent(key, value));
    }

    @Override
    public void evict(Object key) {
        calls.run(CacheAction.REMOVE, "evict", key, () -> delegate.evict(key));
    }

    @Override
    public boolean evictIfPresent(Object key) {
        return calls.<Boolean>call(CacheAction.REMOVE, "evictIfPresent", key, () -> delegate.evictIfPresent(key));
    }

    @Override
    public void clear() {
        calls.run(CacheAction.REMOVE, "clear", null, delegate::clear);
    }

    @Override
    public boolean invalidate() {
        return calls.<Boolean>call(CacheAction.REMOVE, "invalidate", null, delegate::invalidate);
    }
}

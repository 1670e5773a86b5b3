package io.github.devserver4j.cache.jcache;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.cache.Cache;
import javax.cache.integration.CompletionListener;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;

/** Records what reads, loads and computes entries of a {@link Cache}. As thread-safe as the cache it wraps. */
abstract class TracedReads<K, V> implements Cache<K, V> {

    final Cache<K, V> delegate;
    final CacheCalls calls;
    final CountedCalls counted;
    final StatisticsRule rule;

    TracedReads(Cache<K, V> delegate, CacheCalls calls, StatisticsRule rule) {
        this.delegate = delegate;
        this.calls = calls;
        this.counted = new CountedCalls(calls);
        this.rule = rule;
    }

    @Override
    public @Nullable V get(K key) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return delegate.get(key);
        }
        if (rule.isLoadMiss()) {
            Looked looked = Looked.at(delegate, key, rule);
            return counted.<@Nullable V>byLook(
                    recorder, CacheAction.READ, "get", key, looked, false, () -> delegate.get(key));
        }
        return counted.<@Nullable V>byResult(
                recorder, CacheAction.READ, "get", key, Objects::nonNull, () -> delegate.get(key));
    }

    @Override
    public Map<K, V> getAll(Set<? extends K> keys) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return delegate.getAll(keys);
        }
        if (rule.isLoadMiss()) {
            Looked looked = Looked.at(delegate, keys, rule);
            return counted.byLook(
                    recorder, CacheAction.BULK_READ, "getAll", keys, looked, true, () -> delegate.getAll(keys));
        }
        long start = recorder.now();
        Map<K, V> found;
        try {
            found = delegate.getAll(keys);
        } catch (Throwable thrown) {
            calls.failed(recorder, calls.begun(CacheAction.BULK_READ, "getAll", keys, 0, 0, start), thrown);
            throw thrown;
        }
        int hits = found == null ? 0 : found.size();
        int misses = Math.max(0, keys.size() - hits);
        calls.ended(recorder, calls.begun(CacheAction.BULK_READ, "getAll", keys, hits, misses, start));
        return found;
    }

    @Override
    public boolean containsKey(K key) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.containsKey(key)
                : calls.call(CacheAction.READ, "containsKey", key, () -> delegate.containsKey(key));
    }

    @Override
    public void loadAll(Set<? extends K> keys, boolean replaceExisting, @Nullable CompletionListener listener) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.loadAll(keys, replaceExisting, listener);
        } else if (listener == null) {
            Looked looked = looked(keys, replaceExisting);
            counted.<@Nullable Object>byLook(recorder, CacheAction.LOAD, "loadAll", keys, looked, false, () -> {
                delegate.loadAll(keys, replaceExisting, null);
                return null;
            });
        } else {
            load(recorder, keys, replaceExisting, listener);
        }
    }

    private void load(
            TraceRecorder recorder, Set<? extends K> keys, boolean replaceExisting, CompletionListener listener) {
        Looked looked = looked(keys, replaceExisting);
        CompletableFuture<@Nullable Void> loaded = new CompletableFuture<>();
        long start = recorder.now();
        try {
            delegate.loadAll(keys, replaceExisting, new TracedCompletionListener(listener, loaded));
        } catch (Throwable thrown) {
            calls.failed(recorder, calls.begun(CacheAction.LOAD, "loadAll", keys, 0, 0, start), thrown);
            throw thrown;
        }
        calls.pending(
                recorder,
                calls.begun(CacheAction.LOAD, "loadAll", keys, looked.hits(), looked.misses(), start),
                loaded);
    }

    /** Where loads are misses, a load of what is missing is a read. */
    private Looked looked(Set<? extends K> keys, boolean replaceExisting) {
        return rule.isLoadMiss() && !replaceExisting ? Looked.at(delegate, keys, rule) : Looked.UNKNOWN;
    }

    /** An entry that is there is a hit, whatever the processor makes of it; it may not be wrapped, as it may be sent. */
    @Override
    public <T> @Nullable T invoke(K key, EntryProcessor<K, V, T> processor, Object... arguments) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return delegate.invoke(key, processor, arguments);
        }
        Looked looked = processor == null ? Looked.UNKNOWN : Looked.at(delegate, key, rule);
        return counted.<@Nullable T>byLook(
                recorder,
                CacheAction.LOAD,
                "invoke",
                key,
                looked,
                true,
                () -> delegate.invoke(key, processor, arguments));
    }

    @Override
    public <T> Map<K, EntryProcessorResult<T>> invokeAll(
            Set<? extends K> keys, EntryProcessor<K, V, T> processor, Object... arguments) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return delegate.invokeAll(keys, processor, arguments);
        }
        Looked looked = processor == null ? Looked.UNKNOWN : Looked.at(delegate, keys, rule);
        return counted.byLook(
                recorder,
                CacheAction.LOAD,
                "invokeAll",
                keys,
                looked,
                true,
                () -> delegate.invokeAll(keys, processor, arguments));
    }

    @Override
    public Iterator<Entry<K, V>> iterator() {
        return new TracedIterator<>(delegate.iterator(), delegate, calls, rule);
    }
}

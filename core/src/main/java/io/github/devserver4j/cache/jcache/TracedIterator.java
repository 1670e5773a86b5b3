package io.github.devserver4j.cache.jcache;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Iterator;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Records what an iteration over a cache removes, and what it reads where the provider counts that. Of one thread, as
 * any iterator.
 */
final class TracedIterator<K, V> implements Iterator<Cache.Entry<K, V>> {

    private final Iterator<Cache.Entry<K, V>> delegate;
    private final Cache<K, V> cache;
    private final CacheCalls calls;
    private final StatisticsRule rule;
    private @Nullable K current;

    TracedIterator(Iterator<Cache.Entry<K, V>> delegate, Cache<K, V> cache, CacheCalls calls, StatisticsRule rule) {
        this.delegate = delegate;
        this.cache = cache;
        this.calls = calls;
        this.rule = rule;
    }

    @Override
    public boolean hasNext() {
        return delegate.hasNext();
    }

    /** Ehcache gives null for an entry that has just expired. */
    @Override
    public Cache.Entry<K, V> next() {
        Cache.Entry<K, V> entry = delegate.next();
        TraceRecorder recorder = calls.recorder();
        if (recorder != null) {
            current = entry == null ? null : entry.getKey();
            if (rule.isIterationRead()) {
                calls.read(recorder, "iterator.next", current, entry == null ? 0 : 1, entry == null ? 1 : 0);
            }
        }
        return entry;
    }

    @Override
    public void remove() {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.remove();
            return;
        }
        K key = current;
        Looked looked = key != null && rule.isIteratorRemovalRead() ? Looked.at(cache, key, rule) : Looked.UNKNOWN;
        new CountedCalls(calls)
                .<@Nullable Object>byLook(recorder, CacheAction.REMOVE, "iterator.remove", key, looked, false, () -> {
                    delegate.remove();
                    return null;
                });
    }
}

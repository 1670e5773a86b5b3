package io.github.devserver4j.cache.caffeine;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls of a cache's map view. As thread-safe as the map it wraps.
 *
 * <p>Caffeine counts hits and misses of {@code computeIfAbsent} alone: all other reads are calls that are neither.
 * What concerns the map as a whole ({@code size}, {@code containsValue}, {@code forEach}, iteration) is no cache call.
 */
final class TracedMap<K, V> implements ConcurrentMap<K, V> {

    private static final String COMPUTE_IF_ABSENT = "asMap.computeIfAbsent";

    private final ConcurrentMap<K, V> delegate;
    private final boolean ofFutures;
    private final CacheCalls calls;
    private @Nullable Set<K> keySet;
    private @Nullable Collection<V> values;
    private @Nullable Set<Entry<K, V>> entrySet;

    /** @param ofFutures whether this is the map of an asynchronous cache */
    TracedMap(ConcurrentMap<K, V> delegate, boolean ofFutures, CacheCalls calls) {
        this.delegate = delegate;
        this.ofFutures = ofFutures;
        this.calls = calls;
    }

    @Override
    public @Nullable V get(Object key) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return delegate.get(key);
        }
        V value;
        try {
            value = delegate.get(key);
        } catch (Throwable thrown) {
            calls.failed(recorder, calls.begun(CacheAction.READ, "asMap.get", key, 0, 0, recorder.now()), thrown);
            throw thrown;
        }
        calls.read(recorder, "asMap.get", key, 0, 0);
        return value;
    }

    @Override
    public @Nullable V getOrDefault(Object key, @Nullable V defaultValue) {
        return calls.<@Nullable V>call(
                CacheAction.READ, "asMap.getOrDefault", key, () -> delegate.getOrDefault(key, defaultValue));
    }

    @Override
    public boolean containsKey(Object key) {
        return calls.call(CacheAction.READ, "asMap.containsKey", key, () -> delegate.containsKey(key));
    }

    @Override
    public @Nullable V computeIfAbsent(K key, Function<? super K, ? extends @Nullable V> mappingFunction) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null || mappingFunction == null) {
            return delegate.computeIfAbsent(key, mappingFunction);
        }
        Load.OfKey<K, @Nullable V> load = new Load.OfKey<>(recorder, mappingFunction);
        V value;
        try {
            value = delegate.computeIfAbsent(key, load);
        } catch (Throwable thrown) {
            load.failed(calls, COMPUTE_IF_ABSENT, key, 0, ofFutures ? 0 : load.misses(), thrown);
            throw thrown;
        }
        if (ofFutures) {
            recordFuture(recorder, load, key, value);
        } else {
            load.ended(calls, COMPUTE_IF_ABSENT, key);
        }
        return value;
    }

    /** Caffeine counts neither a function that gives no future nor a future that has failed. */
    private void recordFuture(TraceRecorder recorder, Load load, K key, @Nullable V value) {
        if (value instanceof CompletableFuture<?> future && (load.ran() || !future.isCompletedExceptionally())) {
            load.pending(calls, COMPUTE_IF_ABSENT, key, future);
        } else {
            calls.read(recorder, COMPUTE_IF_ABSENT, key, 0, 0);
        }
    }

    @Override
    public @Nullable V computeIfPresent(
            K key, BiFunction<? super K, ? super V, ? extends @Nullable V> remappingFunction) {
        return calls.<@Nullable V>call(
                CacheAction.LOAD,
                "asMap.computeIfPresent",
                key,
                () -> delegate.computeIfPresent(key, remappingFunction));
    }

    @Override
    public @Nullable V compute(
            K key, BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> remappingFunction) {
        return calls.<@Nullable V>call(
                CacheAction.LOAD, "asMap.compute", key, () -> delegate.compute(key, remappingFunction));
    }

    @Override
    public @Nullable V merge(
            K key, V value, BiFunction<? super V, ? super V, ? extends @Nullable V> remappingFunction) {
        return calls.<@Nullable V>call(
                CacheAction.LOAD, "asMap.merge", key, () -> delegate.merge(key, value, remappingFunction));
    }

    @Override
    public @Nullable V put(K key, V value) {
        return calls.<@Nullable V>call(CacheAction.WRITE, "asMap.put", key, () -> delegate.put(key, value));
    }

    @Override
    public @Nullable V putIfAbsent(K key, V value) {
        return calls.<@Nullable V>call(
                CacheAction.WRITE, "asMap.putIfAbsent", key, () -> delegate.putIfAbsent(key, value));
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> values) {
        calls.run(CacheAction.WRITE, "asMap.putAll", null, () -> delegate.putAll(values));
    }

    @Override
    public @Nullable V replace(K key, V value) {
        return calls.<@Nullable V>call(CacheAction.WRITE, "asMap.replace", key, () -> delegate.replace(key, value));
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        return calls.call(CacheAction.WRITE, "asMap.replace", key, () -> delegate.replace(key, oldValue, newValue));
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        calls.run(CacheAction.WRITE, "asMap.replaceAll", null, () -> delegate.replaceAll(function));
    }

    @Override
    public @Nullable V remove(Object key) {
        return calls.<@Nullable V>call(CacheAction.REMOVE, "asMap.remove", key, () -> delegate.remove(key));
    }

    @Override
    public boolean remove(Object key, @Nullable Object value) {
        return calls.call(CacheAction.REMOVE, "asMap.remove", key, () -> delegate.remove(key, value));
    }

    @Override
    public void clear() {
        calls.run(CacheAction.REMOVE, "asMap.clear", null, delegate::clear);
    }

    @Override
    public int size() {
        return delegate.size();
    }

    @Override
    public boolean isEmpty() {
        return delegate.isEmpty();
    }

    @Override
    public boolean containsValue(Object value) {
        return delegate.containsValue(value);
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        delegate.forEach(action);
    }

    @Override
    public Set<K> keySet() {
        Set<K> view = keySet;
        if (view == null) {
            view = new TracedSet<>(delegate.keySet(), "asMap.keySet.remove", calls);
            keySet = view;
        }
        return view;
    }

    @Override
    public Collection<V> values() {
        Collection<V> view = values;
        if (view == null) {
            view = new TracedCollection<>(delegate.values(), "asMap.values.remove", calls);
            values = view;
        }
        return view;
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        Set<Entry<K, V>> view = entrySet;
        if (view == null) {
            view = new TracedSet<>(delegate.entrySet(), "asMap.entrySet.remove", calls);
            entrySet = view;
        }
        return view;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || delegate.equals(other instanceof TracedMap<?, ?> traced ? traced.delegate : other);
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

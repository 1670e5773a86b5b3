package io.github.devserver4j.cache.caffeine;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Notes whether the application's mapping function ran during one call of a cache: if it did, its keys were missed.
 * Written by the thread that runs the function, read once the call has returned.
 */
class Load {

    private final TraceRecorder recorder;
    private int misses;
    private long startNanos;

    Load(TraceRecorder recorder) {
        this.recorder = recorder;
    }

    /** Tells that a load of this many keys begins. */
    final void begin(int keys) {
        misses = keys;
        startNanos = recorder.now();
    }

    final boolean ran() {
        return misses > 0;
    }

    final int misses() {
        return misses;
    }

    /** Records a read of one key: a miss with the time of the load if the function ran, otherwise a hit. */
    final void ended(CacheCalls calls, String method, @Nullable Object key) {
        if (ran()) {
            calls.ended(recorder, calls.begun(CacheAction.READ, method, key, 0, 1, startNanos));
        } else {
            calls.read(recorder, method, key, 1, 0);
        }
    }

    /** As {@link #ended} for a read that returned a future: a miss lasts until that is completed. */
    final void pending(CacheCalls calls, String method, @Nullable Object key, CompletableFuture<?> future) {
        if (ran()) {
            calls.pending(recorder, calls.begun(CacheAction.READ, method, key, 0, 1, startNanos), future);
        } else {
            calls.read(recorder, method, key, 1, 0);
        }
    }

    /** Records a read of one key that threw. */
    final void failed(CacheCalls calls, String method, @Nullable Object key, int hits, int misses, Throwable thrown) {
        long start = ran() ? startNanos : recorder.now();
        calls.failed(recorder, calls.begun(CacheAction.READ, method, key, hits, misses, start), thrown);
    }

    /** The load of one key. Function and note are one object, so that a hit costs 24 bytes less. */
    static final class OfKey<K, V extends @Nullable Object> extends Load implements Function<K, V> {
        private final Function<? super K, ? extends V> function;

        OfKey(TraceRecorder recorder, Function<? super K, ? extends V> function) {
            super(recorder);
            this.function = function;
        }

        @Override
        public V apply(K key) {
            begin(1);
            return function.apply(key);
        }
    }
}

package io.github.devserver4j.cache.caffeine;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * One read of several keys from its begin to its record. The cache is given {@link #keys()} in place of the
 * application's; each different key is either a hit or a miss. Used by one thread, in one call.
 */
final class BulkRead<K> {

    private final CacheCalls calls;
    private final TraceRecorder recorder;
    private final String method;
    private final ObservedKeys<K> keys;
    private final long startNanos;

    /** Begins a read that notes for each key whether {@code isPresent} when the cache comes to it. */
    BulkRead(
            CacheCalls calls,
            TraceRecorder recorder,
            String method,
            Iterable<? extends K> keys,
            Predicate<? super K> isPresent) {
        this.calls = calls;
        this.recorder = recorder;
        this.method = method;
        this.keys = new ObservedKeys<>(keys, isPresent);
        this.startNanos = recorder.now();
    }

    /** Begins a read for which only the number of different keys matters. */
    BulkRead(CacheCalls calls, TraceRecorder recorder, String method, Iterable<? extends K> keys) {
        this(calls, recorder, method, keys, key -> true);
    }

    ObservedKeys<K> keys() {
        return keys;
    }

    int size() {
        return keys.unique().size();
    }

    void ended(int hits) {
        calls.ended(recorder, begun(hits, size() - hits));
    }

    void failed(int hits, Throwable thrown) {
        calls.failed(recorder, begun(hits, size() - hits), thrown);
    }

    /** Told by whether the mapping function ran: if it didn't, the cache had not counted anything yet. */
    void failed(Load load, Throwable thrown) {
        if (load.ran()) {
            failed(size() - load.misses(), thrown);
        } else {
            failedUncounted(thrown);
        }
    }

    /** The read failed before the cache had counted anything. */
    void failedUncounted(Throwable thrown) {
        calls.failed(recorder, begun(0, 0), thrown);
    }

    /** The read has returned; what it missed is being loaded. */
    void pending(int hits, CompletableFuture<?> future) {
        calls.pending(recorder, begun(hits, size() - hits), future);
    }

    private CacheCall begun(int hits, int misses) {
        return calls.begun(CacheAction.BULK_READ, method, keys.unique(), hits, misses, startNanos);
    }
}

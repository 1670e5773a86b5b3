package io.github.devserver4j.cache.jcache;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes calls of a cache whose result tells whether they hit or missed. Thread-safe. */
final class CountedCalls {

    private final CacheCalls calls;

    CountedCalls(CacheCalls calls) {
        this.calls = calls;
    }

    /** A hit where {@code isHit} says so of the result, and a miss otherwise; neither if the call fails. */
    <T extends @Nullable Object> T byResult(
            TraceRecorder recorder,
            CacheAction action,
            String method,
            @Nullable Object key,
            Predicate<? super T> isHit,
            Supplier<T> body) {
        long start = recorder.now();
        T result;
        try {
            result = body.get();
        } catch (Throwable thrown) {
            calls.failed(recorder, calls.begun(action, method, key, 0, 0, start), thrown);
            throw thrown;
        }
        boolean hit = isHit.test(result);
        calls.ended(recorder, calls.begun(action, method, key, hit ? 1 : 0, hit ? 0 : 1, start));
        return result;
    }

    /** So many hits and misses as are known beforehand, also of a call that fails if {@code evenIfFailed}. */
    <T extends @Nullable Object> T byLook(
            TraceRecorder recorder,
            CacheAction action,
            String method,
            @Nullable Object key,
            Looked looked,
            boolean evenIfFailed,
            Supplier<T> body) {
        long start = recorder.now();
        T result;
        try {
            result = body.get();
        } catch (Throwable thrown) {
            int hits = evenIfFailed ? looked.hits() : 0;
            int misses = evenIfFailed ? looked.misses() : 0;
            calls.failed(recorder, calls.begun(action, method, key, hits, misses, start), thrown);
            throw thrown;
        }
        calls.ended(recorder, calls.begun(action, method, key, looked.hits(), looked.misses(), start));
        return result;
    }
}

package io.github.devserver4j.cache.memcached.spy;

import io.github.devserver4j.cache.CacheExchange;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which call a thread is making in a method of the client that doesn't tell its operation when it gives up waiting.
 * Thread-safe; holds a thread only while it is in such a method.
 */
final class WaitingThreads {

    private static final Object NONE_YET = new Object();

    private final Map<Thread, Object> calls = new ConcurrentHashMap<>(0);

    /** Notes the call that the current thread has begun, if it is in {@link #telling}. */
    void begun(CacheExchange call) {
        if (!calls.isEmpty()) {
            calls.replace(Thread.currentThread(), call);
        }
    }

    /** What {@code body} gives; where it throws, the call that it had begun has failed. */
    <T extends @Nullable Object> T telling(Supplier<T> body) {
        Thread thread = Thread.currentThread();
        calls.put(thread, NONE_YET);
        try {
            return body.get();
        } catch (Throwable thrown) {
            if (calls.get(thread) instanceof CacheExchange call) {
                call.fail(thrown);
            }
            throw thrown;
        } finally {
            calls.remove(thread);
        }
    }

    /** The call that the current thread has begun in {@link #telling} so far. */
    @Nullable
    CacheExchange current() {
        return calls.get(Thread.currentThread()) instanceof CacheExchange call ? call : null;
    }
}

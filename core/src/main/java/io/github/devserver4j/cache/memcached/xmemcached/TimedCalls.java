package io.github.devserver4j.cache.memcached.xmemcached;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.CacheServer;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import net.rubyeye.xmemcached.exception.MemcachedException;
import net.rubyeye.xmemcached.transcoders.Transcoder;
import org.jspecify.annotations.Nullable;

/** Makes a client's calls and records each with its time, its answer and what it threw. Thread-safe. */
final class TimedCalls {

    private final CacheServer server;

    TimedCalls(CacheServer server) {
        this.server = server;
    }

    /** Whether they are recorded in the same trace as those. */
    boolean areAs(TimedCalls others) {
        return server.isAs(others.server);
    }

    /** Where the current thread's calls are recorded; null where nobody listens. */
    @Nullable
    TraceRecorder recorder() {
        return server.recorder();
    }

    /** A read of one key: a hit if there is a value. */
    <T extends @Nullable Object> T read(TraceRecorder recorder, String command, @Nullable Object key, Command<T> body)
            throws TimeoutException, InterruptedException, MemcachedException {
        CacheExchange call = server.begin(recorder, CacheAction.READ, command, key);
        T value = made(call, body);
        call.found(value == null ? 0 : 1, value == null ? 1 : 0).end();
        return value;
    }

    /** As {@link #read}; the transcoder tells the value's size, and that there was one if it decodes to null. */
    <T, R extends @Nullable Object> R read(
            TraceRecorder recorder, String command, @Nullable Object key, Transcoder<T> transcoder, Sized<T, R> body)
            throws TimeoutException, InterruptedException, MemcachedException {
        CacheExchange call = server.begin(recorder, CacheAction.READ, command, key);
        SizedTranscoder<T> sized = SizedTranscoder.of(transcoder);
        R value = made(call, () -> body.call(sized));
        boolean hit = value != null || (sized != null && sized.count() > 0);
        call.found(hit ? 1 : 0, hit ? 0 : 1);
        ended(call, sized);
        return value;
    }

    /** A read of several keys. */
    <V> Map<String, V> bulkRead(
            TraceRecorder recorder, String command, Collection<String> keys, Command<Map<String, V>> body)
            throws TimeoutException, InterruptedException, MemcachedException {
        CacheExchange call = server.begin(recorder, CacheAction.BULK_READ, command, keys);
        Map<String, V> values = made(call, body);
        counted(call, keys, values);
        call.end();
        return values;
    }

    /** As {@link #bulkRead}, with the size of the values together. */
    <T, V> Map<String, V> bulkRead(
            TraceRecorder recorder,
            String command,
            Collection<String> keys,
            Transcoder<T> transcoder,
            Sized<T, Map<String, V>> body)
            throws TimeoutException, InterruptedException, MemcachedException {
        CacheExchange call = server.begin(recorder, CacheAction.BULK_READ, command, keys);
        SizedTranscoder<T> sized = SizedTranscoder.of(transcoder);
        Map<String, V> values = made(call, () -> body.call(sized));
        counted(call, keys, values);
        ended(call, sized);
        return values;
    }

    /** The client asks once for a key that is given twice, and gives null where it is given none. */
    private static void counted(
            CacheExchange call, @Nullable Collection<String> keys, @Nullable Map<String, ?> values) {
        if (keys == null || values == null) {
            return;
        }
        try {
            call.found(values.size(), Math.max(0, new HashSet<>(keys).size() - values.size()));
        } catch (Throwable fault) { // the application may change its keys meanwhile
            Faults.report(fault);
        }
    }

    /** Stores a value, with its size. */
    <T, R> R store(
            TraceRecorder recorder, String command, @Nullable Object key, Transcoder<T> transcoder, Sized<T, R> body)
            throws TimeoutException, InterruptedException, MemcachedException {
        CacheExchange call = server.begin(recorder, CacheAction.WRITE, command, key);
        SizedTranscoder<T> sized = SizedTranscoder.of(transcoder);
        R result = made(call, () -> body.call(sized));
        ended(call, sized);
        return result;
    }

    /** Any other call. */
    <T extends @Nullable Object> T call(
            TraceRecorder recorder, CacheAction action, String command, @Nullable Object key, Command<T> body)
            throws TimeoutException, InterruptedException, MemcachedException {
        CacheExchange call = server.begin(recorder, action, command, key);
        T result = made(call, body);
        call.end();
        return result;
    }

    /** As {@link #call}, without result. */
    void run(TraceRecorder recorder, CacheAction action, String command, @Nullable Object key, Step body)
            throws TimeoutException, InterruptedException, MemcachedException {
        this.<@Nullable Object>call(recorder, action, command, key, () -> {
            body.run();
            return null;
        });
    }

    /** A command that the server doesn't answer: over when it is on its way. */
    void send(TraceRecorder recorder, CacheAction action, String command, @Nullable Object key, Sending body)
            throws InterruptedException, MemcachedException {
        CacheExchange call = server.begin(recorder, action, command, key);
        try {
            body.run();
        } catch (Throwable thrown) {
            call.fail(thrown);
            throw thrown;
        }
        call.end();
    }

    private static <T extends @Nullable Object> T made(CacheExchange call, Command<T> body)
            throws TimeoutException, InterruptedException, MemcachedException {
        try {
            return body.call();
        } catch (Throwable thrown) {
            call.fail(thrown);
            throw thrown;
        }
    }

    private static void ended(CacheExchange call, @Nullable SizedTranscoder<?> sized) {
        if (sized != null && sized.count() > 0) {
            call.bytes(sized.bytes());
        }
        call.end();
    }

    /** A method of the client. */
    interface Command<T extends @Nullable Object> {
        T call() throws TimeoutException, InterruptedException, MemcachedException;
    }

    /** A method of the client that is given a transcoder. */
    interface Sized<T, R extends @Nullable Object> {
        R call(@Nullable Transcoder<T> transcoder) throws TimeoutException, InterruptedException, MemcachedException;
    }

    /** A method of the client that returns nothing. */
    interface Step {
        void run() throws TimeoutException, InterruptedException, MemcachedException;
    }

    /** A method of the client that doesn't wait. */
    interface Sending {
        void run() throws InterruptedException, MemcachedException;
    }
}

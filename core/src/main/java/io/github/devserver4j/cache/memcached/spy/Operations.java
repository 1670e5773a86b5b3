package io.github.devserver4j.cache.memcached.spy;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.CacheServer;
import io.github.devserver4j.trace.TraceRecorder;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import net.spy.memcached.ops.DeleteOperation;
import net.spy.memcached.ops.GetAndTouchOperation;
import net.spy.memcached.ops.GetOperation;
import net.spy.memcached.ops.GetsOperation;
import net.spy.memcached.ops.OperationCallback;
import net.spy.memcached.ops.StatsOperation;
import net.spy.memcached.ops.StoreOperation;
import org.jspecify.annotations.Nullable;

/**
 * Begins a call for each operation that a client makes in a request, and gives the callback that will end it; outside of
 * one, and for a callback that is ours already, the callback stays as it is. Thread-safe.
 */
final class Operations {

    private final CacheServer server;
    private final WaitingThreads waiting;

    /** The parts of a bulk read share the client's callback, which has no {@code equals} of its own. */
    private final Map<GetOperation.Callback, WeakReference<TracedBulkRead>> bulkReads =
            Collections.synchronizedMap(new WeakHashMap<>());

    Operations(CacheServer server, WaitingThreads waiting) {
        this.server = server;
        this.waiting = waiting;
    }

    GetOperation.Callback get(String key, GetOperation.Callback callback) {
        CacheExchange call = begin(CacheAction.READ, "get", key, callback);
        return call == null ? callback : new TracedRead.OfGet(call, callback);
    }

    GetsOperation.Callback gets(String key, GetsOperation.Callback callback) {
        CacheExchange call = begin(CacheAction.READ, "gets", key, callback);
        return call == null ? callback : new TracedRead.OfGets(call, callback);
    }

    GetAndTouchOperation.Callback getAndTouch(String key, GetAndTouchOperation.Callback callback) {
        CacheExchange call = begin(CacheAction.READ, "getAndTouch", key, callback);
        return call == null ? callback : new TracedRead.OfGetAndTouch(call, callback);
    }

    GetOperation.Callback getBulk(Collection<String> keys, GetOperation.Callback callback) {
        TraceRecorder recorder = server.recorder();
        if (recorder == null || TracedCallback.isOf(recorder, callback)) {
            return callback;
        }
        WeakReference<TracedBulkRead> begun = bulkReads.get(callback);
        TracedBulkRead read = begun == null ? null : begun.get();
        if (read == null) {
            read = bulkRead(callback);
        }
        if (read == null) {
            return callback;
        }
        read.add(keys);
        return read;
    }

    private @Nullable TracedBulkRead bulkRead(GetOperation.Callback callback) {
        Collection<String> keys = TracedBulkRead.keys();
        CacheExchange call = begin(CacheAction.BULK_READ, "getBulk", keys, callback);
        if (call == null) {
            return null;
        }
        TracedBulkRead read = new TracedBulkRead(call, keys, callback);
        bulkReads.put(callback, new WeakReference<>(read));
        return read;
    }

    StoreOperation.Callback store(String command, String key, byte[] data, StoreOperation.Callback callback) {
        CacheExchange call = begin(CacheAction.WRITE, command, key, callback);
        return call == null ? callback : new TracedCallback.OfStore(sized(call, data), callback);
    }

    OperationCallback cat(String command, String key, byte[] data, OperationCallback callback) {
        CacheExchange call = begin(CacheAction.WRITE, command, key, callback);
        return call == null ? callback : new TracedCallback<>(sized(call, data), callback);
    }

    DeleteOperation.Callback delete(String key, DeleteOperation.Callback callback) {
        CacheExchange call = begin(CacheAction.REMOVE, "delete", key, callback);
        return call == null ? callback : new TracedCallback.OfDelete(call, callback);
    }

    StatsOperation.Callback stats(StatsOperation.Callback callback) {
        CacheExchange call = begin(CacheAction.OTHER, "stats", null, callback);
        return call == null ? callback : new TracedCallback.OfStats(call, callback);
    }

    OperationCallback other(CacheAction action, String command, @Nullable String key, OperationCallback callback) {
        CacheExchange call = begin(action, command, key, callback);
        return call == null ? callback : new TracedCallback<>(call, callback);
    }

    /** Null where nobody listens. */
    private @Nullable CacheExchange begin(
            CacheAction action, String command, @Nullable Object key, OperationCallback callback) {
        TraceRecorder recorder = server.recorder();
        if (recorder == null || TracedCallback.isOf(recorder, callback)) {
            return null;
        }
        CacheExchange call = server.begin(recorder, action, command, key);
        call.sent();
        waiting.begun(call);
        return call;
    }

    private static CacheExchange sized(CacheExchange call, byte @Nullable [] data) {
        return data == null ? call : call.bytes(data.length);
    }
}

package io.github.devserver4j.cache;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.OwnLog;
import io.github.devserver4j.trace.TraceRecorder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls of one cache in the trace of the thread that makes them. Thread-safe.
 *
 * <p>An integration asks {@link #recorder()} first and goes straight through where it is null. A read that was answered
 * from memory is told to {@link #read}; any other call is {@link #begun} and then told to one of {@link #ended},
 * {@link #failed} and {@link #pending}. None of them throws an exception.
 */
public final class CacheCalls {

    private static final Logger LOG = OwnLog.get();

    private final CurrentTrace currentTrace;
    private volatile CacheSource source;

    private CacheCalls(CurrentTrace currentTrace, CacheSource source) {
        this.currentTrace = currentTrace;
        this.source = source;
    }

    /** The calls of the cache with this name. */
    public static CacheCalls of(CurrentTrace currentTrace, @Nullable String cache) {
        return new CacheCalls(currentTrace, CacheSource.local(cache, currentTrace.secrets()));
    }

    /** From now on the cache has this name. */
    public void rename(String cache) {
        source = CacheSource.local(cache, currentTrace.secrets());
    }

    /** Where the current thread's calls are recorded; null where nobody listens. */
    public @Nullable TraceRecorder recorder() {
        return currentTrace.get();
    }

    /**
     * Records a read of one key from memory.
     *
     * @param hits 1 or 0
     * @param misses 1 or 0; a read may be neither, where the client library doesn't count it
     */
    public void read(TraceRecorder recorder, String method, @Nullable Object key, int hits, int misses) {
        add(recorder, begun(CacheAction.READ, method, key, hits, misses, recorder.now()));
    }

    /** A call that began at {@code startNanos}, a reading of the recorder's clock. */
    public CacheCall begun(
            CacheAction action, String method, @Nullable Object key, int hits, int misses, long startNanos) {
        return new CacheCall(
                source, action, method, key, hits, misses, CacheCall.UNKNOWN_BYTES, startNanos, 0, true, null, null);
    }

    /** Records a call that is over now. */
    public void ended(TraceRecorder recorder, CacheCall begun) {
        add(recorder, sited(recorder, begun.ended(recorder.now() - begun.startNanos(), null)));
    }

    /** A hit costs less than looking up where it came from. */
    private static CacheCall sited(TraceRecorder recorder, CacheCall call) {
        return call.misses() == 0 && call.failure() == null ? call : call.at(recorder.farCallSite(call.operation()));
    }

    /** Records a call that was ended by an exception just now. */
    public void failed(TraceRecorder recorder, CacheCall begun, Throwable thrown) {
        add(recorder, sited(recorder, begun.ended(recorder.now() - begun.startNanos(), thrown)));
    }

    /** Records a call that has returned a future and lasts until that is completed. */
    public void pending(TraceRecorder recorder, CacheCall begun, CompletionStage<?> future) {
        PendingCacheCall pending = new PendingCacheCall(recorder, sited(recorder, begun));
        add(recorder, pending);
        try {
            var unused = future.whenComplete(pending);
        } catch (Throwable failure) { // a future of the application's own kind
            LOG.log(Level.DEBUG, "devserver failed to time a cache call", failure);
        }
    }

    /** Makes a call that is neither hit nor miss and records it with its time and what it threw. */
    public <T extends @Nullable Object> T call(
            CacheAction action, String method, @Nullable Object key, Supplier<? extends T> body) {
        TraceRecorder recorder = recorder();
        if (recorder == null) {
            return body.get();
        }
        CacheCall begun = begun(action, method, key, 0, 0, recorder.now());
        T result;
        try {
            result = body.get();
        } catch (Throwable thrown) {
            failed(recorder, begun, thrown);
            throw thrown;
        }
        ended(recorder, begun);
        return result;
    }

    /** As {@link #call}, for a method that returns a future: the call lasts until that is completed. */
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(
            CacheAction action, String method, @Nullable Object key, Supplier<CompletableFuture<T>> body) {
        TraceRecorder recorder = recorder();
        if (recorder == null) {
            return body.get();
        }
        CacheCall begun = begun(action, method, key, 0, 0, recorder.now());
        CompletableFuture<T> future;
        try {
            future = body.get();
        } catch (Throwable thrown) {
            failed(recorder, begun, thrown);
            throw thrown;
        }
        pending(recorder, begun, future);
        return future;
    }

    /** As {@link #call}, for a method without result. */
    public void run(CacheAction action, String method, @Nullable Object key, Runnable body) {
        this.<@Nullable Object>call(action, method, key, () -> {
            body.run();
            return null;
        });
    }

    private static void add(TraceRecorder recorder, Call call) {
        try {
            recorder.add(call);
        } catch (Throwable failure) { // ours, so it must not become the application's
            LOG.log(Level.DEBUG, "devserver failed to record a cache call", failure);
        }
    }

    /** Whether it records in this trace. */
    public boolean isOf(CurrentTrace other) {
        return currentTrace.equals(other);
    }
}

package io.github.devserver4j.cache;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/** Records the calls of a client of a cache server in the trace of the thread that makes them. Thread-safe. */
public final class CacheServer {

    private final CurrentTrace currentTrace;
    private final CacheSource source;

    private CacheServer(CurrentTrace currentTrace, CacheSource source) {
        this.currentTrace = currentTrace;
        this.source = source;
    }

    /**
     * The calls of a client of one sort of server.
     *
     * @param backend what lines call it: {@code redis}
     * @param bulkRead what it reads several keys at once by: {@code MGET}
     */
    public static CacheServer of(CurrentTrace currentTrace, String backend, String bulkRead) {
        return new CacheServer(currentTrace, CacheSource.server(backend, bulkRead, currentTrace.secrets()));
    }

    /** Where the current thread's calls are recorded; null where nobody listens, and the call goes straight through. */
    public @Nullable TraceRecorder recorder() {
        return currentTrace.get();
    }

    /**
     * A call that is about to be made by the current thread; see {@link CacheExchange} for what follows. Throws nothing.
     *
     * @param command the name of the command or of the client's method; one instance for all calls of it
     * @param key the key, a collection of several, or null
     */
    public CacheExchange begin(TraceRecorder recorder, CacheAction action, String command, @Nullable Object key) {
        CacheExchange exchange = exchange(recorder, action, command, key);
        exchange.begin();
        return exchange;
    }

    /**
     * As {@link #begin}, but it is for the integration's outermost method to {@link CacheExchange#begin begin} it: the nearer
     * the application is, the less it costs to find the place of the call.
     */
    public CacheExchange exchange(TraceRecorder recorder, CacheAction action, String command, @Nullable Object key) {
        return new CacheExchange(recorder, source, action, command, key);
    }

    /** Whether it records in the same trace as that one. */
    public boolean isAs(CacheServer other) {
        return currentTrace.equals(other.currentTrace);
    }
}

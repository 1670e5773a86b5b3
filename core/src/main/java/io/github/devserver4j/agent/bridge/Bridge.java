package io.github.devserver4j.agent.bridge;

/** Where instrumented classes find the hooks, which live in another class loader. Thread-safe. */
public final class Bridge {

    private static volatile ConnectionHook connections = ConnectionHook.NONE;
    private static volatile CacheHook caches = CacheHook.NONE;

    private Bridge() {}

    /** Asked whenever a connection was opened. */
    public static ConnectionHook connections() {
        return connections;
    }

    /** Asked whenever a cache was built. */
    public static CacheHook caches() {
        return caches;
    }

    /** Sets the hooks. */
    public static void connect(ConnectionHook connectionHook, CacheHook cacheHook) {
        connections = connectionHook;
        caches = cacheHook;
    }
}

package io.github.devserver4j.agent.bridge;

/** Asked when a cache was built. Thread-safe. */
@FunctionalInterface
public interface CacheHook {

    /** Lets every cache be as it is. */
    CacheHook NONE = (builder, cache) -> cache;

    /** The cache that the caller of {@code builder} gets in place of {@code cache}; of the same interfaces. */
    Object built(Object builder, Object cache);
}

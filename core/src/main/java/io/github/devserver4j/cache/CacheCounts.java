package io.github.devserver4j.cache;

/** How many calls a cache got and what its reads found. Not thread-safe. */
final class CacheCounts {

    private long calls;
    private long hits;
    private long misses;
    private long failures;
    private boolean remote;

    void add(CacheCall call) {
        calls++;
        hits += call.hits();
        misses += call.misses();
        failures += call.failure() == null ? 0 : 1;
        remote |= call.source().isRemote();
    }

    void addAll(CacheCounts others) {
        calls += others.calls;
        hits += others.hits;
        misses += others.misses;
        failures += others.failures;
        remote |= others.remote;
    }

    long calls() {
        return calls;
    }

    long misses() {
        return misses;
    }

    long failures() {
        return failures;
    }

    /** Whether any of the calls looked for a key. */
    boolean hasReads() {
        return hits + misses > 0;
    }

    /** Whether any of the calls left this JVM. */
    boolean isRemote() {
        return remote;
    }

    /** Truncated; 100 where nothing was read. */
    long hitPercentage() {
        return hits + misses == 0 ? 100 : 100 * hits / (hits + misses);
    }
}

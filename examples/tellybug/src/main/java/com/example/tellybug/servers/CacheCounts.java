package com.example.tellybug.servers;

/**
 * What a cache server has counted since its last reset.
 *
 * @param calls the commands it got
 * @param hits how many keys that were read were there
 * @param misses how many were not
 */
public record CacheCounts(long calls, long hits, long misses) {

    /** As devserver gives it: truncated, and 100 where nothing was read. */
    public long hitPercentage() {
        return hits + misses == 0 ? 100 : 100 * hits / (hits + misses);
    }

    CacheCounts since(CacheCounts earlier) {
        return new CacheCounts(calls - earlier.calls, hits - earlier.hits, misses - earlier.misses);
    }

    /** Both together. */
    public CacheCounts plus(CacheCounts other) {
        return new CacheCounts(calls + other.calls, hits + other.hits, misses + other.misses);
    }
}

package io.github.devserver4j.cache;

/** What a call asks of a cache, whatever its client library names the method. */
public enum CacheAction {
    /** Asks for one key, and may load its value where it is missing: a hit or a miss. */
    READ,
    /** Asks for several keys at once: one call with some hits and some misses. */
    BULK_READ,
    /** Puts or replaces values. */
    WRITE,
    /** Takes values out. */
    REMOVE,
    /** Computes or refreshes values without a read that could hit or miss. */
    LOAD,
    /** Anything else: counts keys, sets a time to live, runs a script, sends several commands at once. */
    OTHER
}

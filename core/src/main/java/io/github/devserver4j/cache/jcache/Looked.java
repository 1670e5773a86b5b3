package io.github.devserver4j.cache.jcache;

import io.github.devserver4j.trace.Faults;
import java.util.Set;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Which keys were there just before a call. Immutable.
 *
 * @param hits how many were
 * @param misses how many were not; both are zero where that couldn't be told
 */
record Looked(int hits, int misses) {

    static final Looked UNKNOWN = new Looked(0, 0);

    private static final Looked HIT = new Looked(1, 0);
    private static final Looked MISS = new Looked(0, 1);

    static <K> Looked at(Cache<K, ?> cache, K key, StatisticsRule rule) {
        return of(rule.look(cache, key));
    }

    static Looked of(@Nullable Boolean present) {
        if (present == null) {
            return UNKNOWN;
        }
        return present ? HIT : MISS;
    }

    /** Unknown if it is unknown of any key: the call will fail. */
    static <K> Looked at(Cache<K, ?> cache, @Nullable Set<? extends K> keys, StatisticsRule rule) {
        if (keys == null || !rule.canLook()) {
            return UNKNOWN;
        }
        try {
            return atEach(cache, keys, rule);
        } catch (Throwable fault) { // the application may change its keys meanwhile
            Faults.report(fault);
            return UNKNOWN;
        }
    }

    private static <K> Looked atEach(Cache<K, ?> cache, Set<? extends K> keys, StatisticsRule rule) {
        int hits = 0;
        int misses = 0;
        for (K key : keys) {
            Boolean present = rule.look(cache, key);
            if (present == null) {
                return UNKNOWN;
            }
            hits += present ? 1 : 0;
            misses += present ? 0 : 1;
        }
        return new Looked(hits, misses);
    }
}

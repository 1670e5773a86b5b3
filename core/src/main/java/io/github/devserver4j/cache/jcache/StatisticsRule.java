package io.github.devserver4j.cache.jcache;

import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's statistics count as hit and miss where the specification leaves it open or the provider goes its own
 * way. Immutable.
 */
enum StatisticsRule {
    /** Ehcache 3: {@code Eh107Cache}, {@code DefaultCacheStatistics}, {@code SpecIterator}. */
    EHCACHE,
    /** Caffeine 3: {@code CacheProxy}, {@code LoadingCacheProxy}. */
    CAFFEINE,
    /** Caffeine 3 with read-through: a value that has to be loaded is a miss. */
    CAFFEINE_LOADING,
    /** Any other provider, which may be a round trip away. */
    OTHER;

    /** The rule of a cache's provider. */
    static StatisticsRule of(Cache<?, ?> cache) {
        String provider = cache.getClass().getName();
        if (provider.startsWith("org.ehcache.")) {
            return EHCACHE;
        } else if (provider.startsWith("com.github.benmanes.caffeine.")) {
            return isReadThrough(cache) ? CAFFEINE_LOADING : CAFFEINE;
        }
        return OTHER;
    }

    @SuppressWarnings("unchecked") // a cache's configuration can be asked for by any of its interfaces
    private static boolean isReadThrough(Cache<?, ?> cache) {
        try {
            Configuration<?, ?> configuration = cache.getConfiguration(CompleteConfiguration.class);
            return configuration instanceof CompleteConfiguration<?, ?> complete && complete.isReadThrough();
        } catch (RuntimeException closed) {
            return false;
        }
    }

    /** Whether a read by a key that isn't there is a miss even if it gives a value. */
    boolean isLoadMiss() {
        return this == CAFFEINE_LOADING;
    }

    /** Whether it is cheap to look if a key is there. */
    boolean canLook() {
        return this != OTHER;
    }

    /** Whether a removal that finds another value than the one to be removed is a hit. */
    boolean isUnequalRemovalHit() {
        return this == EHCACHE;
    }

    /** Whether each step of an iterator is a read. */
    boolean isIterationRead() {
        return this == EHCACHE;
    }

    /** Whether an iterator removes by key and value, which is a hit, and not by key. */
    boolean isIteratorRemovalRead() {
        return this == CAFFEINE || this == CAFFEINE_LOADING;
    }

    /** Whether {@code key} is there; null where that can't be told. */
    <K> @Nullable Boolean look(Cache<K, ?> cache, K key) {
        if (!canLook() || key == null) {
            return null;
        }
        try {
            return cache.containsKey(key);
        } catch (RuntimeException closedOrBadKey) { // the call itself throws this again, to the application
            return null;
        }
    }
}

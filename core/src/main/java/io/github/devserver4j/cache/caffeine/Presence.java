package io.github.devserver4j.cache.caffeine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks whether a cache has a key without a trace of it in the cache: neither its statistics nor recency change. */
final class Presence {

    private Presence() {}

    /** Whether {@code entries}, the map view of a Caffeine cache, has this key; false for a key that it rejects. */
    static boolean of(Map<?, ?> entries, @Nullable Object key) {
        try {
            return key != null && entries.containsKey(key);
        } catch (RuntimeException badKey) { // the cache's own look at the key throws this again, to the application
            return false;
        }
    }
}

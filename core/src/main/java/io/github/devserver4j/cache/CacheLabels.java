package io.github.devserver4j.cache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what lines call the caches of a server, so that no text is made for each of the calls that are counted on the
 * application's thread: of keys that begin alike, the first is read. Not thread-safe, bounded.
 */
final class CacheLabels {

    private static final int MAX_LABELS = 200;

    private final Map<Beginning, String> labels = new HashMap<>();

    /** What a line calls the cache of a call that may not be {@linkplain CacheCall#finished() finished}. */
    @Nullable
    String of(CacheCall call) {
        CacheSource source = call.source();
        String backend = source.backend();
        if (backend == null || source.name() != null || !hasBeginning(call.key())) {
            return backend == null ? call.cache() : call.finished().cache();
        }
        Beginning beginning = new Beginning(backend, source.labelHash(call.key()));
        String known = labels.get(beginning);
        if (known == null) {
            String read = call.finished().cache();
            known = read == null ? backend : read;
            if (labels.size() < MAX_LABELS) {
                labels.put(beginning, known);
            }
        }
        return known;
    }

    /** Whether its {@link CacheSource#labelHash} tells keys apart. */
    private static boolean hasBeginning(@Nullable Object key) {
        return key == null
                || key instanceof String
                || key instanceof LabelledKey
                || (key instanceof List<?> keys && !keys.isEmpty() && keys.get(0) instanceof String);
    }

    private record Beginning(String backend, int hash) {}
}

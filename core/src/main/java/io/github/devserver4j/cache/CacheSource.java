package io.github.devserver4j.cache;

import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.Secrets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A cache, or a server of one kind that holds several, as a request's lines name it. Immutable.
 *
 * <p>The keys of a server that knows no caches tell them by their beginning, as is the custom: {@code users:42} is told
 * as {@code redis users}.
 *
 * @param backend the sort of server: {@code redis}; null for a cache in this JVM
 * @param name the cache's name; null where it has none, or where keys tell it
 * @param bulkRead what reads several keys at once, for the hint that it would: {@code getAll}, {@code MGET}
 * @param secrets what is masked of its keys
 */
public record CacheSource(
        @Nullable String backend, @Nullable String name, String bulkRead, Secrets secrets) {

    static final int MAX_PREFIX = 40;

    /** A cache in this JVM. */
    public static CacheSource local(@Nullable String name, Secrets secrets) {
        return new CacheSource(null, name, "getAll", secrets);
    }

    /** A server whose keys tell the cache. */
    public static CacheSource server(String backend, String bulkRead, Secrets secrets) {
        return new CacheSource(backend, null, bulkRead, secrets);
    }

    /** Whether a read leaves this JVM. */
    boolean isRemote() {
        return backend != null;
    }

    /** What a line calls the cache that {@code key} belongs to; null for one without a name. */
    @Nullable
    String label(@Nullable Object key) {
        if (backend == null) {
            return name;
        }
        String cache = name == null ? prefix(key) : name;
        return cache == null ? backend : backend + " " + cache;
    }

    /** Differs for keys of different caches of a server, as a rule; costs no more than looking at their first letters. */
    int labelHash(@Nullable Object key) {
        if (key instanceof LabelledKey labelled) {
            return labelled.labelHash();
        }
        return key == null ? 0 : LabelledKey.hash(key);
    }

    /** The key's text: on one line, cut, secrets masked. */
    String keyText(Object key) {
        return secrets.maskKey(OneLine.of(key));
    }

    private static @Nullable String prefix(@Nullable Object key) {
        if (key instanceof Collection<?> keys) {
            return keys.isEmpty() ? null : prefix(keys.iterator().next());
        }
        if (!(key instanceof String text)) {
            return null;
        }
        int start = text.startsWith("[") ? 1 : 0; // the text of several keys
        int end = text.indexOf(':');
        boolean named = end > start && end - start <= MAX_PREFIX && isName(text, start, end);
        return named ? text.substring(start, end) : null;
    }

    private static boolean isName(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c) && "_-.".indexOf(c) < 0 && !(i > start && Character.isDigit(c))) {
                return false;
            }
        }
        return true;
    }
}

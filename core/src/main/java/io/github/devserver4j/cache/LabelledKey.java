package io.github.devserver4j.cache;

import java.nio.ByteBuffer;
import java.util.List;

/** A key whose text is made when it is shown. Immutable. */
public interface LabelledKey {

    /** Differs, as a rule, for keys that begin with the names of different caches; makes no text. */
    int labelHash();

    /** The hash of a text, of the bytes of one, or of the first of several, up to the colon; 0 where there is none. */
    static int hash(Object key) {
        if (key instanceof List<?> keys) {
            return keys.isEmpty() ? 0 : hash(keys.get(0));
        } else if (key instanceof String text) {
            return hash(text);
        } else if (key instanceof byte[] bytes) {
            return hash(ByteBuffer.wrap(bytes));
        }
        return key instanceof ByteBuffer bytes ? hash(bytes) : 0;
    }

    private static int hash(String text) {
        int length = Math.min(text.length(), CacheSource.MAX_PREFIX + 1);
        int hash = 0;
        for (int i = 0; i < length; i++) {
            char next = text.charAt(i);
            if (next == ':') {
                return hash;
            }
            hash = 31 * hash + next;
        }
        return 0;
    }

    private static int hash(ByteBuffer bytes) {
        int start = bytes.position();
        int length = Math.min(bytes.remaining(), CacheSource.MAX_PREFIX + 1);
        int hash = 0;
        for (int i = 0; i < length; i++) {
            byte next = bytes.get(start + i);
            if (next == ':') {
                return hash;
            }
            hash = 31 * hash + next;
        }
        return 0;
    }
}

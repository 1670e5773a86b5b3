package io.github.devserver4j.cache.redis;

import io.github.devserver4j.cache.LabelledKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key of a command, or several, or a key and a field; its text is made when it is shown: {@code users:42},
 * {@code [users:1, users:2]}, {@code users:42 name}. Holds no value. Immutable, as its parts should be.
 */
public final class RedisKey implements LabelledKey {

    private static final int MAX_BYTES = 400;
    private static final int MAX_KEYS = 40;

    private final Object key;
    private final @Nullable Object field;

    private RedisKey(Object key, @Nullable Object field) {
        this.key = key;
        this.field = field;
    }

    /** What a cache call takes as its key. The parts are strings, byte arrays, byte buffers or a list of them. */
    public static Object of(Object key, @Nullable Object field) {
        return key instanceof String && field == null ? key : new RedisKey(key, field);
    }

    @Override
    public int labelHash() {
        return LabelledKey.hash(key);
    }

    @Override
    public String toString() {
        return field == null ? text(key) : text(key) + " " + text(field);
    }

    private static String text(Object part) {
        if (part instanceof byte[] bytes) {
            return text(bytes, 0, bytes.length);
        }
        if (part instanceof ByteBuffer buffer) {
            ByteBuffer copy = buffer.duplicate();
            byte[] bytes = new byte[Math.min(copy.remaining(), MAX_BYTES)];
            copy.get(bytes);
            return text(bytes, 0, bytes.length);
        }
        if (part instanceof List<?> keys) {
            return keys.stream().limit(MAX_KEYS).map(RedisKey::text).toList().toString();
        }
        return String.valueOf(part);
    }

    /** Keys that are no text must not steer a terminal. */
    private static String text(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, Math.min(length, MAX_BYTES), StandardCharsets.UTF_8);
        return text.codePoints().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cntrl}", "?") : text;
    }
}

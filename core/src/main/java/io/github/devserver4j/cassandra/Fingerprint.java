package io.github.devserver4j.cassandra;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 128 bits of a hash over a statement and its values, so that telling duplicates holds on to neither. Two halves that mix
 * differently: FNV-1a, and a polynomial. Immutable.
 */
public record Fingerprint(long high, long low) {

    private static final Fingerprint NONE = new Fingerprint(0xcbf29ce484222325L, 1);

    static Fingerprint of(Object type) {
        return NONE.and(type.toString());
    }

    /** With a value added: text, bytes and numbers by content, others by what they say of themselves. */
    Fingerprint and(@Nullable Object value) {
        if (value instanceof ByteBuffer bytes) {
            return bytes(bytes.duplicate()).mixed(bytes.remaining());
        } else if (value instanceof List<?> list) {
            return list(list);
        } else if (value instanceof Map<?, ?> map) {
            Fingerprint all = this;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                all = all.and(entry.getKey()).and(entry.getValue());
            }
            return all.mixed(map.size());
        }
        return value == null ? mixed(-1) : scalar(value);
    }

    /** The text 1 is not the number 1. No text is made of those that are frequent: see {@code CassandraTally}. */
    private Fingerprint scalar(Object value) {
        if (value instanceof String text) {
            return text(text);
        } else if (value instanceof Integer || value instanceof Long) {
            return typed(value).number(((Number) value).longValue());
        } else if (value instanceof Double number) {
            return typed(value).number(Double.doubleToLongBits(number));
        } else if (value instanceof Boolean flag) {
            return typed(value).mixed(flag ? 1 : 0);
        } else if (value instanceof UUID id) {
            return typed(value).number(id.getMostSignificantBits()).number(id.getLeastSignificantBits());
        } else if (value instanceof Instant instant) {
            return typed(value).number(instant.getEpochSecond()).mixed(instant.getNano());
        }
        return typed(value).text(value.toString());
    }

    private Fingerprint typed(Object value) {
        return text(value.getClass().getName());
    }

    private Fingerprint number(long number) {
        return mixed((int) (number >>> 32)).mixed((int) number);
    }

    private Fingerprint list(List<?> list) {
        Fingerprint all = this;
        for (Object element : list) {
            all = all.and(element);
        }
        return all.mixed(list.size());
    }

    private Fingerprint text(String text) {
        long one = high;
        long other = low;
        for (int i = 0; i < text.length(); i++) {
            one = (one ^ text.charAt(i)) * 0x100000001b3L;
            other = other * 0x9E3779B97F4A7C15L + text.charAt(i);
        }
        return new Fingerprint(one, other).mixed(text.length());
    }

    private Fingerprint bytes(ByteBuffer bytes) {
        long one = high;
        long other = low;
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            one = (one ^ next) * 0x100000001b3L;
            other = other * 0x9E3779B97F4A7C15L + next;
        }
        return new Fingerprint(one, other);
    }

    private Fingerprint mixed(int number) {
        return new Fingerprint((high ^ number) * 0x100000001b3L, low * 0x9E3779B97F4A7C15L + number);
    }
}

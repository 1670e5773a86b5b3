package io.github.devserver4j.cache.redis;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.CacheExchange;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sums up what the replies to one or more commands say: hits, misses and bytes read. Takes a reply as it comes from the
 * wire (byte arrays, numbers, lists) and as clients hand it out (strings, booleans, maps). Not thread-safe.
 */
public final class RedisReplies {

    private final Predicate<Object> present;
    private int hits;
    private int misses;
    private long bytes = CacheCall.UNKNOWN_BYTES;

    /** None yet; an element of a bulk reply was there if it is not null. */
    public RedisReplies() {
        this(element -> true);
    }

    /** None yet; {@code present} tells whether an element of a bulk reply, which is not null, stands for a value. */
    public RedisReplies(Predicate<Object> present) {
        this.present = present;
    }

    /**
     * Counts a reply.
     *
     * @param keyCount how many keys the command named
     */
    public void add(RedisCommand command, int keyCount, @Nullable Object reply) {
        switch (command.reply()) {
            case VALUE -> value(reply, reply != null);
            case CONTENT -> value(reply, !isEmpty(reply));
            case FLAG -> count(isTrue(reply), 1);
            case COUNT -> count(number(reply), keyCount);
            case VALUES -> values(reply);
            case FLAGS -> flags(reply);
            case NONE -> {}
        }
    }

    /** Counts one element of a bulk reply that comes piece by piece. */
    public void addElement(RedisCommand command, @Nullable Object element) {
        switch (command.reply()) {
            case VALUES -> element(element);
            case FLAGS -> count(isTrue(element), 1);
            case CONTENT -> hits = 1;
            default -> {}
        }
    }

    /** Counts the end of a reply that came piece by piece. */
    public void endElements(RedisCommand command) {
        if (command.reply() == RedisCommand.ReplyKind.CONTENT && hits == 0) {
            misses = 1;
        }
    }

    /** Tells the call what was found. */
    public void tell(CacheExchange exchange) {
        exchange.found(hits, misses).bytes(bytes);
    }

    private void value(@Nullable Object reply, boolean found) {
        count(found ? 1 : 0, 1);
        addSize(reply);
        if (reply instanceof Collection<?> elements) {
            elements.forEach(this::addSize);
        }
    }

    private void values(@Nullable Object reply) {
        if (reply instanceof Collection<?> elements) {
            elements.forEach(this::element);
        }
    }

    private void element(@Nullable Object element) {
        boolean found = element != null && present.test(element);
        count(found ? 1 : 0, 1);
        addSize(element);
    }

    private void flags(@Nullable Object reply) {
        if (reply instanceof Collection<?> elements) {
            elements.forEach(element -> count(isTrue(element), 1));
        }
    }

    private void count(long found, int asked) {
        hits += (int) Math.min(found, asked);
        misses += (int) Math.max(0, asked - found);
    }

    private void addSize(@Nullable Object value) {
        int size = value instanceof byte[] array ? array.length : value instanceof ByteBuffer b ? b.remaining() : -1;
        if (size >= 0) {
            bytes = Math.max(bytes, 0) + size;
        }
    }

    private static boolean isEmpty(@Nullable Object reply) {
        return reply == null
                || (reply instanceof Collection<?> elements && elements.isEmpty())
                || (reply instanceof Map<?, ?> map && map.isEmpty())
                || (reply instanceof CharSequence text && text.length() == 0)
                || (reply instanceof byte[] array && array.length == 0)
                || (reply instanceof ByteBuffer buffer && !buffer.hasRemaining());
    }

    private static int isTrue(@Nullable Object reply) {
        return Boolean.TRUE.equals(reply) || number(reply) > 0 ? 1 : 0;
    }

    private static long number(@Nullable Object reply) {
        if (reply instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return reply instanceof Number number ? number.longValue() : 0;
    }
}

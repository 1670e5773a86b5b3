package io.github.devserver4j.cache.redis.jedis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/**
 * Whether a connection listens to channels. What is sent then comes from any thread, and what is read are messages: it is no
 * part of a {@link Conversation}. Thread-safe.
 */
final class Subscription {

    private volatile boolean open;

    /** Whether a command that is about to be sent belongs to it. */
    boolean takes(CommandArguments arguments) {
        switch (JedisCommand.of(arguments).name()) {
            case "SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE" -> {
                open = true;
                return true;
            }
            case "UNSUBSCRIBE", "PUNSUBSCRIBE", "SUNSUBSCRIBE" -> {
                return true;
            }
            default -> {
                return open;
            }
        }
    }

    boolean isOpen() {
        return open;
    }

    /** Something has been read: the last unsubscription says that no channel is left. */
    void heard(@Nullable Object message) {
        if (message instanceof List<?> parts
                && parts.size() == 3
                && parts.get(0) instanceof byte[] kind
                && parts.get(2) instanceof Long left
                && left == 0
                && new String(kind, StandardCharsets.US_ASCII).endsWith("unsubscribe")) {
            open = false;
        }
    }

    /** The connection is used for something else. */
    void abandon() {
        open = false;
    }
}

package io.github.devserver4j.cache.redis.jedis;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import redis.clients.jedis.CommandArguments;

/**
 * The commands that executors have under way and record, so that a connection doesn't record them again. Kept only once
 * there may be a connection that could. Thread-safe.
 */
final class Executing {

    private final Set<CommandArguments> commands = ConcurrentHashMap.newKeySet();
    private volatile boolean connected;

    /** From now on there may be a connection that records. */
    void connected() {
        connected = true;
    }

    /** An executor has begun with a command. */
    void begin(CommandArguments arguments) {
        if (connected) {
            commands.add(arguments);
        }
    }

    /** An executor has ended a command. */
    void end(CommandArguments arguments) {
        if (connected) {
            commands.remove(arguments);
        }
    }

    /** Whether an executor has the command under way. */
    boolean contains(CommandArguments arguments) {
        return !commands.isEmpty() && commands.contains(arguments);
    }
}

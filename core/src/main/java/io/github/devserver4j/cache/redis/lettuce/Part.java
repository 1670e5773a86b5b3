package io.github.devserver4j.cache.redis.lettuce;

import io.lettuce.core.protocol.RedisCommand;

/** The part that a command has in a recorded call: all of it, or one of several. Throws nothing. Thread-safe. */
interface Part {

    /** The command is about to be given to Lettuce by the current thread. */
    default void begin() {}

    /** The command has been given to Lettuce, and its sender goes on. */
    void sent();

    /** The command has been answered; its output says how. */
    void answered(RedisCommand<?, ?, ?> command);

    /** The command will not be answered any more. */
    void failed(Throwable failure);
}

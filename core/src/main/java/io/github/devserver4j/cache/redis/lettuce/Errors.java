package io.github.devserver4j.cache.redis.lettuce;

import io.lettuce.core.internal.ExceptionFactory;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.RedisCommand;
import org.jspecify.annotations.Nullable;

/** Errors that Redis answers with. */
final class Errors {

    private Errors() {}

    /** What the application gets for an answer that is an error; null for another. */
    static @Nullable Throwable of(RedisCommand<?, ?, ?> answered) {
        CommandOutput<?, ?, ?> output = answered.getOutput();
        return output != null && output.hasError()
                ? ExceptionFactory.createExecutionException(output.getError())
                : null;
    }
}

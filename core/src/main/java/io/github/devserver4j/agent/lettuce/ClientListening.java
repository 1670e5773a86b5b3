package io.github.devserver4j.agent.lettuce;

import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.cache.redis.lettuce.LettuceTracing;
import io.lettuce.core.AbstractRedisClient;
import java.util.function.BiFunction;

/** Listens to each client that is constructed. Thread-safe. */
public final class ClientListening implements BiFunction<Object, Object, Object> {

    private final LettuceTracing tracing;

    /** For the requests of this recording. */
    public ClientListening(Recording recording) {
        this.tracing = LettuceTracing.create(recording.currentTrace());
    }

    @Override
    public Object apply(Object self, Object value) {
        return value instanceof AbstractRedisClient client ? tracing.install(client) : value;
    }
}

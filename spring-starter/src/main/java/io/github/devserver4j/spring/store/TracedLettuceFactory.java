package io.github.devserver4j.spring.store;

import io.github.devserver4j.cache.redis.lettuce.LettuceTracing;
import io.github.devserver4j.trace.Faults;
import io.lettuce.core.AbstractRedisClient;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Listens to each client that it makes, before that opens a connection. Thread-safe. */
final class TracedLettuceFactory extends LettuceConnectionFactory {

    private final LettuceTracing tracing;

    /** The server to connect to is in a field that is copied later. */
    TracedLettuceFactory(LettuceConnectionFactory factory, LettuceTracing tracing) {
        super(new RedisStandaloneConfiguration(), factory.getClientConfiguration());
        this.tracing = tracing;
    }

    @Override
    protected AbstractRedisClient createClient() {
        AbstractRedisClient client = super.createClient();
        try {
            tracing.install(client);
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
        return client;
    }
}

package io.github.devserver4j.spring.store;

import io.github.devserver4j.cache.redis.jedis.JedisTracing;
import java.util.Optional;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisClientConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;

/**
 * Makes clients that record, too, as Spring Data Redis has them since 4.1. The factory builds them itself: while it does,
 * it sees a configuration that customizes the builder after the application has. Thread-safe.
 */
final class TracedJedisClientFactory extends TracedJedisFactory {

    private final ThreadLocal<Boolean> building = ThreadLocal.withInitial(() -> false);

    TracedJedisClientFactory(JedisConnectionFactory factory, JedisTracing tracing) {
        super(factory, tracing);
    }

    @Override
    public JedisClientConfiguration getClientConfiguration() {
        JedisClientConfiguration configuration = super.getClientConfiguration();
        if (building == null || !building.get()) { // not there while a superclass is constructed
            return configuration;
        }
        return ConfigurationView.of(
                configuration, Optional.of(new RecordingClients(tracing, configuration.getClientCustomizer())));
    }

    @Override
    protected RedisClient createRedisClient(RedisStandaloneConfiguration configuration) {
        building.set(true);
        try {
            return super.createRedisClient(configuration);
        } finally {
            building.remove();
        }
    }

    @Override
    protected RedisSentinelClient createRedisSentinelClient(RedisSentinelConfiguration configuration) {
        building.set(true);
        try {
            return super.createRedisSentinelClient(configuration);
        } finally {
            building.remove();
        }
    }

    @Override
    protected RedisClusterClient createRedisClusterClient(RedisClusterConfiguration configuration) {
        building.set(true);
        try {
            return super.createRedisClusterClient(configuration);
        } finally {
            building.remove();
        }
    }
}

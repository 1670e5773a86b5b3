package io.github.devserver4j.spring.store;

import io.github.devserver4j.cache.redis.jedis.JedisTracing;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.util.ReflectionUtils;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.util.Pool;

/** Makes connections to one server that record, with a pool and without. Thread-safe. */
@SuppressWarnings("deprecation") // as the pool is
class TracedJedisFactory extends JedisConnectionFactory {

    final JedisTracing tracing;

    /** The server to connect to is in a field that is copied later. */
    TracedJedisFactory(JedisConnectionFactory factory, JedisTracing tracing) {
        super(new RedisStandaloneConfiguration(), factory.getClientConfiguration());
        this.tracing = tracing;
    }

    @Override
    protected Pool<Jedis> createRedisPool() {
        JedisClientConfig config = clientConfig();
        return config == null
                ? super.createRedisPool()
                : new JedisPool(getPoolConfig(), tracing.jedises(address(), config));
    }

    @Override
    protected Jedis fetchJedisConnector() {
        JedisClientConfig config = getUsePool() ? null : clientConfig();
        return config == null ? super.fetchJedisConnector() : tracing.jedis(address(), config);
    }

    private HostAndPort address() {
        return new HostAndPort(getHostName(), getPort());
    }

    /** What the factory has made of its configuration, password and all; null if it hides that somewhere else. */
    private @Nullable JedisClientConfig clientConfig() {
        Field field = ReflectionUtils.findField(JedisConnectionFactory.class, "clientConfig", JedisClientConfig.class);
        if (field == null) {
            return null;
        }
        field.setAccessible(true);
        return (JedisClientConfig) ReflectionUtils.getField(field, this);
    }
}

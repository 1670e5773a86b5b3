package io.github.devserver4j.spring.store;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.cache.redis.jedis.JedisTracing;
import io.github.devserver4j.trace.CurrentTrace;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.util.ClassUtils;

/** Records what Spring Data asks of Redis by Jedis. Thread-safe. */
final class JedisFactories extends FactoryCopies<JedisConnectionFactory> {

    /** Since Spring Data Redis 4.1, which needs Jedis 7.2 for them. */
    private static final boolean HAS_CLIENTS = ClassUtils.hasMethod(JedisConnectionFactory.class, "isUseUnifiedJedis");

    JedisFactories(ObjectProvider<DevServer> devServer) {
        super(JedisConnectionFactory.class, devServer);
    }

    @Override
    JedisConnectionFactory copyOf(JedisConnectionFactory factory, CurrentTrace currentTrace) {
        JedisTracing tracing = JedisTracing.create(currentTrace);
        return HAS_CLIENTS ? Clients.copyOf(factory, tracing) : new TracedJedisFactory(factory, tracing);
    }

    /** Loaded where there are clients. */
    private static final class Clients {

        static JedisConnectionFactory copyOf(JedisConnectionFactory factory, JedisTracing tracing) {
            return new TracedJedisClientFactory(factory, tracing);
        }
    }
}

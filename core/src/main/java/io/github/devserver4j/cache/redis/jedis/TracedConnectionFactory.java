package io.github.devserver4j.cache.redis.jedis;

import io.github.devserver4j.cache.redis.RedisServer;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.authentication.AuthXManager;

/** Jedis's own factory of pooled connections, but for what it makes. Thread-safe. */
final class TracedConnectionFactory extends ConnectionFactory {

    private final JedisSocketFactory sockets;
    private final JedisClientConfig config;
    private final RedisServer server;
    private final Executing executing;

    TracedConnectionFactory(
            JedisSocketFactory sockets, JedisClientConfig config, RedisServer server, Executing executing) {
        super(sockets, config);
        this.sockets = sockets;
        this.config = config;
        this.server = server;
        this.executing = executing;
    }

    @Override
    public PooledObject<Connection> makeObject() {
        Connection connection =
                ConnectionOpening.of(server, () -> new TracedConnection(sockets, config, server, executing));
        AuthXManager tokens = config.getAuthXManager();
        return new DefaultPooledObject<>(tokens == null ? connection : tokens.addConnection(connection));
    }

    @Override
    public void passivateObject(PooledObject<Connection> pooled) throws Exception {
        if (pooled.getObject() instanceof TracedConnection connection) {
            connection.abandon();
        }
        super.passivateObject(pooled);
    }
}

package io.github.devserver4j.cache.redis.jedis;

import io.github.devserver4j.cache.redis.RedisServer;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisFactory;
import redis.clients.jedis.JedisSocketFactory;

/** The factory that {@code JedisPool} uses itself, but for what it makes. Thread-safe. */
@SuppressWarnings("deprecation") // as the pool is; older applications use both
final class TracedJedisFactory extends JedisFactory {

    private final JedisSocketFactory sockets;
    private final JedisClientConfig config;
    private final RedisServer server;
    private final Executing executing;

    TracedJedisFactory(JedisSocketFactory sockets, JedisClientConfig config, RedisServer server, Executing executing) {
        super(sockets, config);
        this.sockets = sockets;
        this.config = config;
        this.server = server;
        this.executing = executing;
    }

    @Override
    public PooledObject<Jedis> makeObject() {
        TracedConnection connection =
                ConnectionOpening.of(server, () -> new TracedConnection(sockets, config, server, executing));
        return new DefaultPooledObject<>(new Jedis(connection));
    }

    @Override
    public void passivateObject(PooledObject<Jedis> pooled) throws Exception {
        if (pooled.getObject().getConnection() instanceof TracedConnection connection) {
            connection.abandon();
        }
        super.passivateObject(pooled);
    }
}

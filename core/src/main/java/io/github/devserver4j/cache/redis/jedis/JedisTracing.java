package io.github.devserver4j.cache.redis.jedis;

import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.CurrentTrace;
import org.apache.commons.pool2.PooledObjectFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.executors.ClusterCommandExecutor;
import redis.clients.jedis.executors.CommandExecutor;

/**
 * Gives the parts a Jedis client is built from, so that its commands are recorded. Thread-safe.
 *
 * <p>Connections record everything that is sent through them, pipelines and transactions as one call each:
 *
 * <pre>{@code
 * JedisTracing tracing = JedisTracing.create(devServer.currentTrace());
 * RedisClient client = RedisClient.builder()
 *         .connectionProvider(new PooledConnectionProvider(tracing.connections(address, config)))
 *         .build();
 * JedisPool pool = new JedisPool(tracing.jedises(address, config));
 * Jedis jedis = tracing.jedis(address, config);
 * }</pre>
 *
 * <p>A client that opens its connections itself, as that of a cluster does, takes an {@link #executor}; its pipelines are
 * not recorded. A command that passes both is recorded once.
 */
public final class JedisTracing {

    private final RedisServer server;
    private final Executing executing = new Executing();

    private JedisTracing(RedisServer server) {
        this.server = server;
    }

    /** Records the commands of requests that this trace tells of. */
    public static JedisTracing create(CurrentTrace currentTrace) {
        return new JedisTracing(RedisServer.of(currentTrace));
    }

    /**
     * An executor that records each command it passes on; an attempt that is repeated is part of its command's call, but of a
     * cluster's a call of its own. For a {@code ClusterCommandExecutor} it is one, too, since clients ask for that class; a
     * subclass of that which is the application's own is returned as it is, and not recorded.
     */
    public CommandExecutor executor(CommandExecutor executor) {
        if (executor instanceof ClusterCommandExecutor cluster) {
            return clusterExecutor(cluster);
        }
        return executor instanceof TracedExecutor ours && ours.server().equals(server)
                ? executor
                : new TracedExecutor(executor, server, executing);
    }

    private CommandExecutor clusterExecutor(ClusterCommandExecutor executor) {
        boolean isPlain = executor.getClass() == ClusterCommandExecutor.class
                || (executor instanceof TracedClusterExecutor other
                        && !other.server().equals(server));
        TracedClusterExecutor traced = isPlain ? TracedClusterExecutor.of(executor, server, executing) : null;
        return traced == null ? executor : traced;
    }

    /** Makes connections that record, for {@code PooledConnectionProvider} and {@code ConnectionPool}. */
    public PooledObjectFactory<Connection> connections(HostAndPort address, JedisClientConfig config) {
        return connections(new DefaultJedisSocketFactory(address, config), config);
    }

    /** As {@link #connections(HostAndPort, JedisClientConfig)}, with sockets made by the application. */
    public PooledObjectFactory<Connection> connections(JedisSocketFactory sockets, JedisClientConfig config) {
        executing.connected();
        return new TracedConnectionFactory(sockets, config, server, executing);
    }

    /** Makes the connections of a {@code JedisPool}. */
    public PooledObjectFactory<Jedis> jedises(HostAndPort address, JedisClientConfig config) {
        return jedises(new DefaultJedisSocketFactory(address, config), config);
    }

    /** As {@link #jedises(HostAndPort, JedisClientConfig)}, with sockets made by the application. */
    public PooledObjectFactory<Jedis> jedises(JedisSocketFactory sockets, JedisClientConfig config) {
        executing.connected();
        return new TracedJedisFactory(sockets, PlainProtocol.of(config), server, executing);
    }

    /** As {@link Jedis#Jedis(HostAndPort, JedisClientConfig)}; its connection is open already. */
    public Jedis jedis(HostAndPort address, JedisClientConfig config) {
        return jedis(new DefaultJedisSocketFactory(address, config), config);
    }

    /** As {@link Jedis#Jedis(JedisSocketFactory, JedisClientConfig)}; its connection is open already. */
    public Jedis jedis(JedisSocketFactory sockets, JedisClientConfig config) {
        executing.connected();
        JedisClientConfig plain = PlainProtocol.of(config);
        return new Jedis(ConnectionOpening.of(server, () -> new TracedConnection(sockets, plain, server, executing)));
    }
}

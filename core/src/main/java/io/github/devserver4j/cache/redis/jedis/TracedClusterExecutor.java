package io.github.devserver4j.cache.redis.jedis;

import io.github.devserver4j.cache.redis.RedisServer;
import java.lang.reflect.Field;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.executors.ClusterCommandExecutor;
import redis.clients.jedis.executors.CommandExecutor;

/**
 * Records each command that is sent to a cluster; one that is sent again, elsewhere, as often as it is sent. Clients ask
 * for this class where a command concerns several nodes, so nothing else may stand in its place. Thread-safe.
 */
final class TracedClusterExecutor extends ClusterCommandExecutor {

    private final RedisServer server;
    private final Executing executing;

    @SuppressWarnings("deprecation") // Jedis 7.0 has no other
    private TracedClusterExecutor(
            ClusterCommandExecutor executor,
            int maxAttempts,
            Duration maxTotalRetriesDuration,
            RedisServer server,
            Executing executing) {
        super(executor.provider, maxAttempts, maxTotalRetriesDuration);
        this.server = server;
        this.executing = executing;
    }

    /** As {@code executor}, which is not to be used any more; null if its settings can't be read. */
    static @Nullable TracedClusterExecutor of(
            ClusterCommandExecutor executor, RedisServer server, Executing executing) {
        try {
            return new TracedClusterExecutor(
                    executor,
                    (Integer) setting(executor, "maxAttempts"),
                    (Duration) setting(executor, "maxTotalRetriesDuration"),
                    server,
                    executing);
        } catch (ReflectiveOperationException unknown) {
            return null;
        }
    }

    private static Object setting(ClusterCommandExecutor executor, String name) throws ReflectiveOperationException {
        Field field = ClusterCommandExecutor.class.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(executor);
    }

    RedisServer server() {
        return server;
    }

    @Override
    protected <T extends @Nullable Object> T execute(Connection connection, CommandObject<T> command) {
        return new TracedExecutor(new OneConnection(connection), server, executing).executeCommand(command);
    }

    private <T extends @Nullable Object> T send(Connection connection, CommandObject<T> command) {
        return super.execute(connection, command);
    }

    /** One attempt. */
    private final class OneConnection implements CommandExecutor {

        private final Connection connection;

        OneConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public <T extends @Nullable Object> T executeCommand(CommandObject<T> command) {
            return send(connection, command);
        }

        @Override
        public void close() {}
    }
}

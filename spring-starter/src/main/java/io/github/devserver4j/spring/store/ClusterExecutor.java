package io.github.devserver4j.spring.store;

import io.github.devserver4j.cache.redis.jedis.JedisTracing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import redis.clients.jedis.CommandFlagsRegistry;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.executors.ClusterCommandExecutor;
import redis.clients.jedis.executors.CommandExecutor;

/**
 * Records each command that is sent to a cluster; one that is sent again, elsewhere, as often as it is sent. Clients ask
 * for this class where a command concerns several nodes, so nothing else may stand in its place. Thread-safe.
 */
final class ClusterExecutor extends ClusterCommandExecutor {

    private final JedisTracing tracing;

    private ClusterExecutor(ClusterCommandExecutor executor, DirectFieldAccessor settings, JedisTracing tracing) {
        super(
                executor.provider,
                (Integer) RecordingClients.value(settings, "maxAttempts"),
                (Duration) RecordingClients.value(settings, "maxTotalRetriesDuration"),
                (CommandFlagsRegistry) RecordingClients.value(settings, "flags"));
        this.tracing = tracing;
    }

    /** As {@code executor}, which is not to be used any more. */
    static ClusterExecutor of(ClusterCommandExecutor executor, JedisTracing tracing) {
        return new ClusterExecutor(executor, new DirectFieldAccessor(executor), tracing);
    }

    @Override
    protected <T extends @Nullable Object> T execute(Connection connection, CommandObject<T> command) {
        return tracing.executor(new OneConnection(connection)).executeCommand(command);
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

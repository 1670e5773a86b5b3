package io.github.devserver4j.agent;

import io.github.devserver4j.agent.bridge.ConnectionHook;
import io.github.devserver4j.jdbc.ConnectionOpening;
import io.github.devserver4j.jdbc.JdbcTracing;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Wraps each connection once, at the place where the application gets it: one that a pool opens for itself is left
 * alone, and one that is wrapped further in stays as it is. Thread-safe.
 */
final class TracedConnections implements ConnectionHook {

    private final JdbcTracing jdbc;

    TracedConnections(JdbcTracing jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object opening() {
        return jdbc.opening();
    }

    @Override
    public @Nullable Object opened(
            Object opener, @Nullable Object begun, @Nullable Object connection, @Nullable Throwable thrown) {
        if (!(begun instanceof ConnectionOpening opening)) {
            return connection;
        }
        if (thrown != null && !ConnectionPools.isOpeningFor(opener)) {
            opening.failed(thrown);
        }
        if (!(connection instanceof Connection raw) || jdbc.isTraced(raw) || ConnectionPools.isOpeningFor(opener)) {
            return connection;
        }
        return opening.opened(raw);
    }
}

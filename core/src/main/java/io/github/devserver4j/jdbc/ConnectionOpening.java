package io.github.devserver4j.jdbc;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is being opened where the data source itself can't be wrapped: begun before the call by
 * {@link JdbcTracing#opening()}, and ended by one of its methods, or by none if the connection is not the application's.
 * Used by one thread.
 */
public final class ConnectionOpening {

    private final JdbcTracing jdbc;
    private final @Nullable SqlStep step;

    ConnectionOpening(JdbcTracing jdbc, @Nullable SqlStep step) {
        this.jdbc = jdbc;
        this.step = step;
    }

    /** Records the wait and returns the connection as {@link JdbcTracing#wrapTransparently} does. */
    public Connection opened(Connection connection) {
        if (step != null) {
            step.returned(connection);
        }
        return jdbc.wrapTransparently(connection);
    }

    /** Records that the connection was refused. */
    public void failed(Throwable thrown) {
        if (step != null) {
            step.failed(thrown);
        }
    }
}

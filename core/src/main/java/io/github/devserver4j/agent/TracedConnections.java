package io.github.devserver4j.agent;

import io.github.devserver4j.jdbc.ConnectionOpening;
import io.github.devserver4j.jdbc.JdbcTracing;
import java.sql.Connection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Wraps each connection once, at the place where the application gets it: one that a pool opens for itself is left
 * alone, and one that is wrapped further in stays as it is. Thread-safe.
 */
final class TracedConnections implements Function<@Nullable Object, @Nullable Object> {

    private final JdbcTracing jdbc;

    TracedConnections(JdbcTracing jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Asked around a {@code DataSource.getConnection} or {@code Driver.connect}.
     *
     * @param call null before the call, and then what is answered goes into the array after it: the DataSource or Driver, that answer, the
     *     connection (null if it threw, or if the driver does not know the URL) and what was thrown, or null
     * @return after the call, the connection that the caller gets
     */
    @Override
    public @Nullable Object apply(@Nullable Object call) {
        if (call == null) {
            return jdbc.opening();
        }
        @Nullable Object[] after = (@Nullable Object[]) call;
        return opened(after[0], after[1], after[2], (Throwable) after[3]);
    }

    private @Nullable Object opened(
            @Nullable Object opener, @Nullable Object begun, @Nullable Object connection, @Nullable Throwable thrown) {
        if (!(begun instanceof ConnectionOpening opening) || opener == null) {
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

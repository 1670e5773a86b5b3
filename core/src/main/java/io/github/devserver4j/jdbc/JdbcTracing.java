package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Secrets;
import java.sql.Connection;
import javax.sql.DataSource;

/**
 * Records what an application asks of its database: wrap the data source and each statement becomes a {@link SqlCall}
 * of the request that the executing thread works for. Immutable, thread-safe.
 *
 * <pre>{@code
 * DataSource dataSource = JdbcTracing.create(currentTrace, Secrets.defaults()).wrap(pool);
 * }</pre>
 *
 * <p>What is wrapped behaves as the original does: the same answers, the same exceptions, and
 * {@link java.sql.Wrapper#unwrap} leads to the pool and the driver. Outside of a request nothing is recorded.
 */
public final class JdbcTracing {

    private final JdbcProxies proxies;
    private final JdbcProxies transparentProxies;

    private JdbcTracing(CurrentTrace currentTrace, Secrets secrets) {
        proxies = new JdbcProxies(currentTrace, secrets, false);
        transparentProxies = new JdbcProxies(currentTrace, secrets, true);
    }

    /**
     * Records for the requests of {@code currentTrace}.
     *
     * @param secrets which columns' values are masked when a statement is shown
     */
    public static JdbcTracing create(CurrentTrace currentTrace, Secrets secrets) {
        return new JdbcTracing(currentTrace, secrets);
    }

    /** The data source with connections that are recorded; closeable if it was. One that is wrapped stays as it is. */
    public DataSource wrap(DataSource dataSource) {
        return JdbcProxy.of(dataSource) == null ? TracingDataSource.of(dataSource, proxies) : dataSource;
    }

    /** The connection, recorded. One that is wrapped stays as it is. */
    public Connection wrap(Connection connection) {
        return proxies.connection(connection, new DialectLookup());
    }

    /**
     * The connection, recorded, for an application that does not know of it and may cast what it gets to the interfaces
     * of its driver: connection, statements and result sets have those too, as far as they are public. One that is
     * wrapped stays as it is.
     */
    public Connection wrapTransparently(Connection connection) {
        return transparentProxies.connection(connection, new DialectLookup());
    }

    /** To be called right before a connection is opened that is to be wrapped transparently. */
    public ConnectionOpening opening() {
        return new ConnectionOpening(this, SqlStep.connect(transparentProxies.recorder()));
    }

    /** Whether this connection, or one that it is a wrapper for, is recorded already. */
    public boolean isTraced(Connection connection) {
        try {
            return JdbcProxy.of(connection) != null || connection.isWrapperFor(TracingConnection.class);
        } catch (Throwable unanswered) { // a driver's fault is not the application's here
            return false;
        }
    }
}

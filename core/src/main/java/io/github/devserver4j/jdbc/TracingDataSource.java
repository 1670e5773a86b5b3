package io.github.devserver4j.jdbc;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The proxy of a data source: its connections are proxies, and the wait for each is recorded. Closeable where the
 * original is, so that whoever closes pools goes on to. Thread-safe as the original.
 */
class TracingDataSource implements DataSource, JdbcProxy {

    private final DataSource raw;
    private final JdbcProxies proxies;
    private final DialectLookup dialect = new DialectLookup();
    private volatile @Nullable Boolean overProxy;

    private TracingDataSource(DataSource raw, JdbcProxies proxies) {
        this.raw = raw;
        this.proxies = proxies;
    }

    static DataSource of(DataSource raw, JdbcProxies proxies) {
        if (raw instanceof Closeable) {
            return new OfCloseable(raw, proxies);
        }
        return raw instanceof AutoCloseable ? new OfAutoCloseable(raw, proxies) : new TracingDataSource(raw, proxies);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connect(raw::getConnection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return connect(() -> raw.getConnection(username, password));
    }

    @Override
    public ConnectionBuilder createConnectionBuilder() throws SQLException {
        return new TracingConnectionBuilder(raw.createConnectionBuilder(), this);
    }

    /** Opens a connection, records how long that took, and gives the proxy for it. */
    Connection connect(JdbcWork<Connection> open) throws SQLException {
        if (Boolean.TRUE.equals(overProxy)) {
            return open.run();
        }
        SqlStep step = SqlStep.connect(proxies.recorder());
        Connection connection;
        try {
            connection = open.run();
        } catch (Throwable thrown) {
            if (step != null) {
                step.failed(thrown);
            }
            throw thrown;
        }
        if (connection == null || JdbcProxy.of(connection) != null || isOverProxy()) {
            return connection; // what it came from has recorded the wait
        }
        if (step != null) {
            step.returned(connection);
        }
        return proxies.connection(connection, dialect);
    }

    /**
     * Whether the original is a pool or the like on top of a data source that is a proxy already: that one records.
     * Asked for after the first connection only, because pools don't know before what they are on.
     */
    private boolean isOverProxy() {
        Boolean known = overProxy;
        if (known == null) {
            known = asksForProxy();
            overProxy = known;
        }
        return known;
    }

    private boolean asksForProxy() {
        try {
            return raw.isWrapperFor(TracingDataSource.class);
        } catch (Throwable unanswered) { // a routing data source that has no target just now
            return false;
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return raw.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        raw.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        raw.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return raw.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return raw.getParentLogger();
    }

    @Override
    public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
        return raw.createShardingKeyBuilder();
    }

    @Override
    public DataSource raw() {
        return raw;
    }

    @Override
    public DataSource facade() {
        return this;
    }

    /** The original itself is not asked for: pools such as Tomcat's and DBCP 1 never learned to answer. */
    @Override
    public <T> T unwrap(Class<T> iface) throws SQLException {
        if (iface == TracingDataSource.class) {
            return iface.cast(this);
        }
        return isOriginal(iface) ? iface.cast(raw) : JdbcProxy.unwrap(this, iface);
    }

    @Override
    public boolean isWrapperFor(Class<?> iface) throws SQLException {
        return iface == TracingDataSource.class || isOriginal(iface) || JdbcProxy.isWrapperFor(this, iface);
    }

    private boolean isOriginal(@Nullable Class<?> type) {
        return type != null && type.isInstance(raw) && !type.isInstance(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return JdbcProxy.equal(this, other);
    }

    @Override
    public int hashCode() {
        return raw.hashCode();
    }

    @Override
    public String toString() {
        return raw.toString();
    }

    private static final class OfCloseable extends TracingDataSource implements Closeable {

        private final Closeable closeable;

        OfCloseable(DataSource raw, JdbcProxies proxies) {
            super(raw, proxies);
            this.closeable = (Closeable) raw;
        }

        @Override
        public void close() throws IOException {
            closeable.close();
        }
    }

    @SuppressWarnings("try") // what close() throws is up to the original
    private static final class OfAutoCloseable extends TracingDataSource implements AutoCloseable {

        private final AutoCloseable closeable;

        OfAutoCloseable(DataSource raw, JdbcProxies proxies) {
            super(raw, proxies);
            this.closeable = (AutoCloseable) raw;
        }

        @Override
        public void close() throws Exception {
            closeable.close();
        }
    }
}

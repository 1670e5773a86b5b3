package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.trace.Secrets;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections by a driver that only the application's class loader sees; DriverManager would refuse it to the
 * launcher. Thread-safe.
 */
final class DriverDataSource implements DataSource {

    private final String url;
    private final Properties login;
    private final ClassLoader application;
    private volatile @Nullable Driver driver;
    private @Nullable PrintWriter logWriter;

    DriverDataSource(String url, Properties login, ClassLoader application) {
        this.url = url;
        this.login = login;
        this.application = application;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connect((Properties) login.clone()); // drivers add to it
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return connect(properties);
    }

    private Connection connect(Properties properties) throws SQLException {
        Connection connection = driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("the driver refuses " + Secrets.defaults().maskQuery(url));
        }
        return connection;
    }

    /**
     * The driver for the URL.
     *
     * @throws SQLException if the application has none
     */
    Driver driver() throws SQLException {
        Driver known = driver;
        if (known != null) {
            return known;
        }
        for (Driver candidate : ServiceLoader.load(Driver.class, application)) {
            if (candidate.acceptsURL(url)) {
                driver = candidate;
                return candidate;
            }
        }
        throw new SQLException("no JDBC driver of the application accepts "
                + Secrets.defaults().maskQuery(url) + ": put its jar into WEB-INF/lib, or name it with --classpath");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        this.logWriter = out;
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("setLoginTimeout");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("getParentLogger");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a wrapper for " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}

package com.example.pools;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The DataSources of the application, by name. Closeable ones are closed by {@link #close}. */
final class Sources implements AutoCloseable {

    static final String H2 = "jdbc:h2:mem:pools;DB_CLOSE_DELAY=-1";

    private final Map<String, DataSource> sources = new TreeMap<>();

    Sources(String postgres) throws Exception {
        sources.put("hikari", hikari());
        sources.put("hikari-data-source-class", hikariWithDataSourceClass());
        sources.put("tomcat", tomcat());
        sources.put("dbcp2", dbcp2());
        sources.put("c3p0", c3p0());
        sources.put("h2-pool", JdbcConnectionPool.create(H2, "", ""));
        sources.put("h2-raw", h2());
        sources.put("own", new DelegatingDataSource(hikari()));
        PGSimpleDataSource raw = new PGSimpleDataSource();
        raw.setUrl(postgres);
        sources.put("postgres-raw", raw);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres);
        config.setDriverClassName("org.postgresql.Driver");
        config.setMaximumPoolSize(2);
        sources.put("postgres-hikari", new HikariDataSource(config));
    }

    DataSource get(String name) {
        DataSource source = sources.get(name);
        if (source == null) {
            throw new IllegalArgumentException(name);
        }
        return source;
    }

    @Override
    public void close() throws Exception {
        for (DataSource source : sources.values()) {
            if (source instanceof AutoCloseable closeable) {
                closeable.close();
            } else if (source instanceof org.apache.tomcat.jdbc.pool.DataSource pool) {
                pool.close();
            }
        }
    }

    private static HikariDataSource hikari() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(H2);
        config.setDriverClassName("org.h2.Driver");
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static HikariDataSource hikariWithDataSourceClass() {
        HikariConfig config = new HikariConfig();
        config.setDataSourceClassName("org.h2.jdbcx.JdbcDataSource");
        config.addDataSourceProperty("url", H2);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static DataSource tomcat() {
        PoolProperties properties = new PoolProperties();
        properties.setUrl(H2);
        properties.setDriverClassName("org.h2.Driver");
        properties.setTestOnBorrow(true);
        properties.setValidationQuery("SELECT 1");
        return new org.apache.tomcat.jdbc.pool.DataSource(properties);
    }

    private static DataSource dbcp2() {
        BasicDataSource source = new BasicDataSource();
        source.setUrl(H2);
        source.setDriverClassName("org.h2.Driver");
        source.setAccessToUnderlyingConnectionAllowed(true);
        return source;
    }

    private static DataSource c3p0() throws Exception {
        ComboPooledDataSource source = new ComboPooledDataSource();
        source.setDriverClass("org.h2.Driver");
        source.setJdbcUrl(H2);
        source.setMinPoolSize(1);
        source.setInitialPoolSize(1);
        return source;
    }

    private static JdbcDataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(H2);
        return source;
    }
}

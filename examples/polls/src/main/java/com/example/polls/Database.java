package com.example.polls;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The connection pool, over a database that has its tables and some data. Thread-safe; close it to stop the pool. */
final class Database implements AutoCloseable {

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Connects, and creates the tables and the sample data where they are missing.
     *
     * @param url a {@code DATABASE_URL}; null or blank for H2 in memory
     * @throws IllegalArgumentException if the URL is not understood
     * @throws IllegalStateException if the database cannot be reached or set up
     */
    static Database open(@Nullable String url) {
        DatabaseUrl where = DatabaseUrl.parse(url);
        Database database = new Database(pool(where));
        try (Connection connection = database.pool.getConnection()) {
            Schema.create(connection, where.isH2());
            SampleData.insertIfEmpty(connection);
            return database;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw new IllegalStateException("The database could not be set up: " + e.getMessage(), e);
        }
    }

    DataSource dataSource() {
        return pool;
    }

    /** Closes every connection; H2 then forgets its data. */
    @Override
    public void close() {
        pool.close();
    }

    private static HikariDataSource pool(DatabaseUrl where) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("polls");
        // Named, since DriverManager looks only into the server's own class path.
        config.setDriverClassName(where.isH2() ? "org.h2.Driver" : "org.postgresql.Driver");
        config.setJdbcUrl(where.jdbcUrl());
        config.setUsername(where.user());
        config.setPassword(where.password());
        if (where.isH2()) {
            // An in-memory database lives as long as its last connection, so none may be retired.
            config.setMaxLifetime(0);
        }
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw where.unreachable(e);
        }
    }
}

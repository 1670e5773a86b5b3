package io.github.devserver4j.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Real databases for tests: H2 in memory, and one PostgreSQL for all tests of a JVM, which ends with it. */
final class Databases {

    private Databases() {}

    /** An empty database of its own, which lives as long as the JVM. */
    static DataSource h2() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return dataSource;
    }

    /** The database all tests share; each makes temporary tables of its own. */
    static DataSource postgres() {
        return Server.POSTGRES.getPostgresDatabase();
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start(); // stopped by a shutdown hook of its own
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}

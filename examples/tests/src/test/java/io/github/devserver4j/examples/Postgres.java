package io.github.devserver4j.examples;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL for all tests, with a database of its own for each that asks. */
final class Postgres {

    private static @Nullable EmbeddedPostgres server;

    private Postgres() {}

    /** The JDBC URL of a new, empty database. */
    static synchronized String newDatabase() throws IOException, SQLException {
        if (server == null) {
            server = EmbeddedPostgres.start(); // it ends with this JVM
        }
        String name = "db_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }
}

package com.example.tellybug.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The database with its shows, and its own statistics. */
final class H2Backend implements AutoCloseable {

    private static final String URL = "jdbc:h2:mem:tellybug;DB_CLOSE_DELAY=-1";

    /** Only statements of the application's table; those of this class and of the driver are not. */
    private static final String EXECUTED =
            "SELECT COALESCE(SUM(execution_count), 0) FROM information_schema.query_statistics"
                    + " WHERE sql_statement LIKE '%FROM event %' AND sql_statement NOT LIKE '%query_statistics%'";

    private final JdbcConnectionPool pool = JdbcConnectionPool.create(URL, "sa", "");

    H2Backend() throws SQLException {
        run("CREATE TABLE event (slug VARCHAR PRIMARY KEY, title VARCHAR NOT NULL, options INT NOT NULL)");
        run("INSERT INTO event VALUES ('doi', 'Dancing on Ice', 3), ('xf', 'The X Factor', 4)");
        reset();
    }

    DataSource dataSource() {
        return pool;
    }

    void reset() throws SQLException {
        run("SET QUERY_STATISTICS FALSE");
        run("SET QUERY_STATISTICS TRUE");
    }

    long statements() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(EXECUTED)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }
}

package io.github.devserver4j.benchmarks;

import com.p6spy.engine.spy.P6DataSource;
import io.github.devserver4j.jdbc.JdbcTracing;
import io.github.devserver4j.trace.Secrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One statement on H2 in memory, prepared each time, ten of them a request: bare, through p6spy with its own logging to
 * an appender that does nothing, and recorded with and without call sites.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class JdbcBenchmark {

    private static final int STATEMENTS = 10;

    private static final String SQL = "SELECT id, name FROM item WHERE id = ?";

    @Param({"bare", "p6spy", "traced", "tracedWithoutCallSites"})
    private String proxy;

    @Param({"1", "100"})
    private int rows;

    private Connection connection;
    private Requests requests;

    /** Fills the table and opens a connection through the proxy. */
    @Setup
    public void open() throws SQLException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:benchmark;DB_CLOSE_DELAY=-1");
        requests = new Requests(!proxy.equals("tracedWithoutCallSites"));
        fill(h2);
        connection = proxied(h2).getConnection();
    }

    private DataSource proxied(DataSource dataSource) {
        return switch (proxy) {
            case "bare" -> dataSource;
            case "p6spy" -> p6spy(dataSource);
            default ->
                JdbcTracing.create(requests.currentTrace(), Secrets.defaults()).wrap(dataSource);
        };
    }

    private static DataSource p6spy(DataSource dataSource) {
        System.setProperty("p6spy.config.appender", SilentAppender.class.getName());
        System.setProperty(
                "p6spy.config.modulelist", "com.p6spy.engine.spy.P6SpyFactory,com.p6spy.engine.logging.P6LogFactory");
        return new P6DataSource(dataSource);
    }

    private void fill(DataSource dataSource) throws SQLException {
        try (Connection filling = dataSource.getConnection();
                Statement statement = filling.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS item");
            statement.execute("CREATE TABLE item(id INT, name VARCHAR(40))");
            statement.execute("CREATE INDEX item_id ON item(id)");
            for (int id = 0; id < STATEMENTS; id++) {
                statement.execute(
                        "INSERT INTO item SELECT " + id + ", 'name ' || x FROM SYSTEM_RANGE(1, " + rows + ")");
            }
        }
    }

    /** A request of ten statements; the time is that of one. */
    @Benchmark
    @OperationsPerInvocation(STATEMENTS)
    public int statement() throws SQLException {
        int read = 0;
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            for (int id = 0; id < STATEMENTS; id++) {
                read += query(id);
            }
        }
        return read;
    }

    private int query(int id) throws SQLException {
        int length = 0;
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setInt(1, id);
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    length += results.getInt(1) + results.getString(2).length();
                }
            }
        }
        return length;
    }

    /** Gives the connection back. */
    @TearDown
    public void close() throws SQLException {
        connection.close();
    }
}

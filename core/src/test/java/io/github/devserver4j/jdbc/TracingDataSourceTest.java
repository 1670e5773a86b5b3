package io.github.devserver4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.devserver4j.sql.SqlDialect;
import io.github.devserver4j.trace.Call;
import java.io.Closeable;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Data sources, with a pool above and below the proxy. */
class TracingDataSourceTest {

    private final RecordedTrace requests = new RecordedTrace();
    private final DataSource h2 = Databases.h2();

    @AfterEach
    void stop() {
        requests.close();
    }

    private static HikariDataSource pool(DataSource dataSource) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    @Test
    void aPoolBelowIsReachedByUnwrapAndClosed() throws Exception {
        HikariDataSource pool = pool(h2);
        DataSource wrapped = requests.tracing.wrap(pool);
        assertThat(wrapped.unwrap(HikariDataSource.class)).isSameAs(pool);
        assertThat(wrapped.isWrapperFor(HikariDataSource.class)).isTrue();
        assertThat(wrapped.unwrap(DataSource.class)).isSameAs(wrapped);
        try (Connection connection = wrapped.getConnection()) {
            assertThat(connection.unwrap(JdbcConnection.class)).isInstanceOf(JdbcConnection.class);
            assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
            assertThat(connection.isWrapperFor(JdbcConnection.class)).isTrue();
        }
        ((Closeable) wrapped).close();
        assertThat(pool.isClosed()).isTrue();
        assertThat(requests.tracing.wrap(h2)).isNotInstanceOf(AutoCloseable.class);
    }

    @Test
    void theOriginalIsFoundWhereItDoesNotKnowOfItself() throws Exception {
        DataSource useless = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class, Supplier.class},
                (self, method, arguments) -> method.getName().equals("isWrapperFor") ? false : null);
        DataSource wrapped = requests.tracing.wrap(useless);
        assertThat(wrapped.isWrapperFor(Supplier.class)).isTrue();
        assertThat(wrapped.unwrap(Supplier.class)).isSameAs(useless);
        assertThat(wrapped.unwrap(DataSource.class)).isSameAs(wrapped);
        assertThat(wrapped.isWrapperFor(Runnable.class)).isFalse();
    }

    @Test
    void throughAPoolTheDialectIsKnownAndNothingIsRecordedTwice() throws Exception {
        try (HikariDataSource pool = pool(h2)) {
            assertOneQuery(requests.tracing.wrap(pool));
        }
        try (HikariDataSource pool = pool(requests.tracing.wrap(h2))) {
            assertOneQuery(pool);
            assertOneQuery(requests.tracing.wrap(pool));
        }
    }

    private void assertOneQuery(DataSource dataSource) throws Exception {
        SqlCall call = requests.call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                Databases.execute(connection, "SELECT 1");
            }
        });
        assertThat(call.statement().dialect()).isEqualTo(SqlDialect.H2);
    }

    @Test
    void aPoolAboveUnwrapsToTheDriver() throws Exception {
        try (HikariDataSource pool = pool(requests.tracing.wrap(h2));
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(connection.unwrap(JdbcConnection.class)).isInstanceOf(JdbcConnection.class);
            assertThat(statement.getConnection()).isSameAs(connection);
        }
    }

    @Test
    void theWaitForAConnectionIsACallOfItsOwn() throws Exception {
        DataSource wrapped = requests.tracing.wrap(h2);
        List<Call> calls = requests.allCalls(() -> wrapped.getConnection().close());
        assertThat(calls).hasSize(1).first().isInstanceOf(ConnectionCall.class);
        ConnectionCall slow = new ConnectionCall(0, 52_000_000, null, null);
        assertThat(slow.listed()).isTrue();
        assertThat(slow.summary()).isEqualTo("waited 52ms for a connection");
        assertThat(new ConnectionCall(0, 4_999_999, null, null).listed()).isFalse();
    }

    @Test
    void aFailureToConnectIsListedWithItsError() throws Exception {
        h2.getConnection().close(); // the first user to come owns the database
        DataSource wrapped = requests.tracing.wrap(h2);
        List<Call> calls = requests.allCalls(() -> assertThatThrownBy(() -> wrapped.getConnection("nobody", "wrong"))
                .isInstanceOf(SQLException.class));
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).listed()).isTrue();
        assertThat(calls.get(0).error()).contains("SQLState 28000");
    }

    @Test
    void whatIsWrappedIsNotWrappedAgain() throws Exception {
        DataSource wrapped = requests.tracing.wrap(h2);
        assertThat(requests.tracing.wrap(wrapped)).isSameAs(wrapped);
        try (Connection connection = wrapped.getConnection()) {
            assertThat(requests.tracing.wrap(connection)).isSameAs(connection);
            assertThat(requests.tracing.wrapTransparently(connection)).isSameAs(connection);
        }
    }

    @Test
    void proxiesOfTheSameObjectAreEqual() throws Exception {
        try (Connection raw = h2.getConnection()) {
            Connection one = requests.tracing.wrap(raw);
            Connection other = requests.tracing.wrapTransparently(raw);
            assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
            assertThat(other).isEqualTo(one);
            Set<Connection> set = new HashSet<>(List.of(one));
            assertThat(set).contains(one, other);
            assertThat(one.toString()).isEqualTo(raw.toString());
            try (Statement statement = one.createStatement()) {
                assertThat(Set.of(statement)).contains(statement);
                assertThat(statement).isNotEqualTo(one.createStatement());
            }
        }
        assertThat(requests.tracing.wrap(h2)).isEqualTo(requests.tracing.wrap(h2));
    }
}

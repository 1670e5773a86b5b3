package io.github.devserver4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.sql.SqlDialect;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PgArray;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.largeobject.LargeObject;
import org.postgresql.largeobject.LargeObjectManager;

/** What applications do with the driver's own interfaces, and recordings that H2 can't give. */
class PostgresIT {

    private final RecordedTrace requests = new RecordedTrace();
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        connection = requests.tracing.wrapTransparently(Databases.postgres().getConnection());
        Databases.execute(connection, "CREATE TEMP TABLE poll (id INT PRIMARY KEY, name TEXT)");
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.close();
        requests.close();
    }

    @Test
    void everythingCanBeCastToTheDriversInterfaces() throws Exception {
        assertThat(connection).isInstanceOf(PGConnection.class).isInstanceOf(BaseConnection.class);
        try (Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("SELECT id FROM poll");
                CallableStatement call = connection.prepareCall("{? = call version()}");
                ResultSet rows = prepared.executeQuery()) {
            ((PGStatement) statement).setPrepareThreshold(3);
            assertThat(((PGStatement) statement).getPrepareThreshold()).isEqualTo(3);
            assertThat(((PGStatement) prepared).isUseServerPrepare()).isFalse();
            assertThat(call).isInstanceOf(PGStatement.class);
            assertThat(rows).isInstanceOf(org.postgresql.PGRefCursorResultSet.class);
            assertThat(rows.getMetaData()).isInstanceOf(org.postgresql.PGResultSetMetaData.class);
            assertThat(rows.getStatement()).isSameAs(prepared);
            assertThat(prepared.getConnection()).isSameAs(connection);
            assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
        }
        assertThat(connection.unwrap(PGConnection.class)).isSameAs(connection);
        assertThat(connection.unwrap(PgConnection.class)).isInstanceOf(PgConnection.class);
    }

    @Test
    void thePlainProxyUnwrapsToTheDriversInterfaces() throws Exception {
        try (Connection plain = requests.tracing.wrap(Databases.postgres().getConnection())) {
            assertThat(plain).isNotInstanceOf(PGConnection.class);
            assertThat(plain.unwrap(PGConnection.class)).isInstanceOf(PgConnection.class);
            assertThat(plain.isWrapperFor(PGConnection.class)).isTrue();
        }
    }

    @Test
    void copyWorks() throws Exception {
        CopyManager copy = new CopyManager((BaseConnection) connection);
        assertThat(copy.copyIn("COPY poll FROM STDIN", new StringReader("1\tone\n2\ttwo\n")))
                .isEqualTo(2);
        StringWriter out = new StringWriter();
        ((PGConnection) connection).getCopyAPI().copyOut("COPY poll TO STDOUT", out);
        assertThat(out).hasToString("1\tone\n2\ttwo\n");
    }

    @Test
    void notificationsArrive() throws Exception {
        Databases.execute(connection, "LISTEN polls", "NOTIFY polls, 'hello'");
        var notifications = ((PGConnection) connection).getNotifications(1_000);
        assertThat(notifications).hasSize(1);
        assertThat(notifications[0].getParameter()).isEqualTo("hello");
    }

    @Test
    void largeObjectsWork() throws Exception {
        connection.setAutoCommit(false);
        LargeObjectManager manager = ((PGConnection) connection).getLargeObjectAPI();
        long id = manager.createLO();
        try (LargeObject object = manager.open(id)) {
            object.write(new byte[] {1, 2, 3});
            object.seek(0);
            assertThat(object.read(3)).containsExactly(1, 2, 3);
        }
        manager.delete(id);
        connection.rollback();
    }

    @Test
    void theDriversOwnArrayFactoryWorks() throws Exception {
        java.sql.Array array = ((PGConnection) connection).createArrayOf("int4", new int[] {1, 2});
        try (PreparedStatement select = connection.prepareStatement("SELECT ?::int[]")) {
            select.setArray(1, array);
            ResultSet rows = select.executeQuery();
            rows.next();
            assertThat(rows.getArray(1)).isInstanceOf(PgArray.class);
            assertThat(rows.getObject(1)).isInstanceOf(PgArray.class);
        }
    }

    @Test
    void allResultsOfOneExecutionAreOneCall() throws Exception {
        SqlCall call = requests.call(() -> {
            try (Statement statement = connection.createStatement()) {
                boolean rows = statement.execute(
                        "SELECT 1 UNION SELECT 2; INSERT INTO poll VALUES (1, 'a'), (2, 'b'); SELECT * FROM poll");
                while (rows || statement.getUpdateCount() >= 0) {
                    if (rows) {
                        readAll(statement.getResultSet());
                    }
                    rows = statement.getMoreResults();
                }
            }
        });
        assertThat(call.result()).isEqualTo(new SqlResult(4, 2, null));
        assertThat(call.statement().dialect()).isEqualTo(SqlDialect.POSTGRESQL);
    }

    @Test
    void theRowsOfACursorAreThoseOfItsCall() throws Exception {
        Databases.execute(
                connection,
                "INSERT INTO poll VALUES (1, 'a'), (2, 'b')",
                "CREATE OR REPLACE FUNCTION pg_temp.all_polls() RETURNS REFCURSOR AS "
                        + "'DECLARE c REFCURSOR; BEGIN OPEN c FOR SELECT * FROM poll; RETURN c; END' LANGUAGE plpgsql");
        connection.setAutoCommit(false);
        List<SqlCall> calls = requests.calls(() -> {
            try (CallableStatement call = connection.prepareCall("{? = call pg_temp.all_polls()}")) {
                call.registerOutParameter(1, Types.REF_CURSOR);
                call.execute();
                ResultSet rows = (ResultSet) call.getObject(1);
                readAll(rows);
                assertThat(rows.getStatement().getConnection()).isSameAs(connection);
            }
        });
        connection.rollback();
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).result().rows()).isEqualTo(2);
        assertThat(calls.get(0).statement().values())
                .extracting(String::valueOf)
                .containsExactly("OUT");
    }

    @Test
    void anErrorKeepsItsHintOnOneLine() throws Exception {
        SqlCall call = requests.call(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery("SELECT nme FROM poll");
            } catch (java.sql.SQLException expected) {
                assertThat(expected.getSQLState()).isEqualTo("42703");
            }
        });
        assertThat(call.error())
                .startsWith("PSQLException: ERROR: column \"nme\" does not exist")
                .endsWith("(SQLState 42703, code 0)")
                .doesNotContain("\n");
    }

    private static void readAll(ResultSet rows) throws Exception {
        while (rows.next()) {
            rows.getObject(1);
        }
    }
}

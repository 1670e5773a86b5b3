package io.github.devserver4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devserver4j.sql.SqlDialect;
import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Duplicates;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceRecorder;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is recorded, on a real H2. */
class RecordingTest {

    private static final String SELECT = "SELECT * FROM poll WHERE id = ?";

    private final RecordedTrace requests = new RecordedTrace();
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = requests.tracing.wrap(Databases.h2().getConnection());
        Databases.execute(connection, "CREATE TABLE poll (id INT PRIMARY KEY, name VARCHAR(100), due TIMESTAMP)");
        Databases.execute(connection, "INSERT INTO poll SELECT x, 'poll ' || x, NULL FROM SYSTEM_RANGE(1, 100)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
        requests.close();
    }

    @Test
    void aQueryIsRecordedWithValuesRowsTimeAndCallSite() throws Exception {
        SqlCall call = requests.call(() -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                select.setInt(1, 7);
                readAll(select.executeQuery());
            }
        });
        assertThat(call.statement().text()).isEqualTo(SELECT);
        assertThat(call.statement().dialect()).isEqualTo(SqlDialect.H2);
        assertThat(call.statement().type()).isEqualTo(SqlStatement.Type.QUERY);
        assertThat(call.statement().values()).containsExactly(7);
        assertThat(call.result()).isEqualTo(new SqlResult(1, -1, null));
        assertThat(call.executeNanos()).isPositive();
        assertThat(call.fetchNanos()).isPositive();
        assertThat(call.durationNanos()).isEqualTo(call.executeNanos() + call.fetchNanos());
        assertThat(call.callSite())
                .extracting(site -> site == null ? "" : site.getClassName())
                .asString()
                .startsWith(getClass().getName());
        assertThat(call.outcome()).isEqualTo("Found 1 matching rows");
        assertThat(call.operation()).isEqualTo(SELECT);
    }

    @Test
    void outsideOfARequestNothingIsRecorded() throws Exception {
        try (Statement statement = connection.createStatement()) {
            readAll(statement.executeQuery("SELECT 1"));
        }
        assertThat(requests.allCalls(() -> {})).isEmpty();
    }

    @Test
    void aStatementPreparedBeforeTheRequestIsRecordedWithItsValues() throws Exception {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setInt(1, 8);
            SqlCall call = requests.call(() -> readAll(select.executeQuery()));
            assertThat(call.statement().values()).containsExactly(8);
        }
    }

    @Test
    void anotherThreadRecordsForItsOwnRequest() throws Exception {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setInt(1, 1);
            TraceRecorder other = requests.start();
            List<SqlCall> here = requests.calls(() -> CompletableFuture.runAsync(() -> {
                        try {
                            requests.within(other, () -> readAll(select.executeQuery()));
                        } catch (Exception failure) {
                            throw new AssertionError(failure);
                        }
                    })
                    .get());
            assertThat(here).isEmpty();
            assertThat(requests.finish(other).calls()).hasSize(1);
        }
    }

    @Test
    void updatesTellTheirCount() throws Exception {
        SqlCall call = requests.call(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE poll SET name = 'x' WHERE id <= 3");
                statement.getUpdateCount();
            }
        });
        assertThat(call.statement().type()).isEqualTo(SqlStatement.Type.UPDATE);
        assertThat(call.result()).isEqualTo(new SqlResult(-1, 3, null));
        assertThat(lastLine(call))
                .startsWith("-- 3 rows updated, at " + getClass().getName());
        assertThat(call.outcome()).isNull();
    }

    @Test
    void largeUpdatesAreRecordedToo() throws Exception {
        List<SqlCall> calls = requests.calls(() -> {
            try (Statement statement = connection.createStatement();
                    PreparedStatement update = connection.prepareStatement("UPDATE poll SET name = ?")) {
                statement.executeLargeUpdate("UPDATE poll SET name = 'x' WHERE id = 1");
                update.setString(1, "y");
                update.executeLargeUpdate();
                update.addBatch();
                update.executeLargeBatch();
            }
        });
        assertThat(calls).extracting(call -> call.result().updateCount()).containsExactly(1L, 100L, 100L);
    }

    @Test
    void valuesSurviveAnExecutionAndAreClearedWhenAsked() throws Exception {
        List<SqlCall> calls = requests.calls(() -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO poll (id, name) VALUES (?, ?)")) {
                insert.setInt(1, 1000);
                insert.setString(2, "same");
                insert.executeUpdate();
                insert.setInt(1, 1001);
                insert.executeUpdate();
                insert.clearParameters();
                insert.setInt(1, 1002);
                insert.setNull(2, Types.VARCHAR);
                insert.executeUpdate();
            }
        });
        assertThat(calls)
                .extracting(call -> call.statement().values())
                .containsExactly(
                        List.of(1000, "same"),
                        List.of(1001, "same"),
                        java.util.Arrays.<@Nullable Object>asList(1002, null));
    }

    @Test
    void aLaterChangeOfAValueDoesNotShow() throws Exception {
        Timestamp due = new Timestamp(1_000);
        SqlCall call = requests.call(() -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE poll SET due = ?")) {
                update.setTimestamp(1, due);
                update.executeUpdate();
                due.setTime(2_000);
            }
        });
        assertThat(call.statement().values()).containsExactly(new Timestamp(1_000));
    }

    @Test
    void largeAndOneTimeValuesAreOnlyDescribed() throws Exception {
        SqlCall call = requests.call(() -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT ?, ?, ?, ?")) {
                select.setBytes(1, new byte[16]);
                select.setBinaryStream(2, new ByteArrayInputStream(new byte[3]), 3);
                select.setCharacterStream(3, new StringReader("text"));
                select.setObject(4, java.util.UUID.fromString("00000000-0000-0000-0000-000000000007"));
                readAll(select.executeQuery());
            }
        });
        assertThat(call.statement().values())
                .extracting(String::valueOf)
                .containsExactly("16 bytes", "stream of length 3", "stream", "00000000-0000-0000-0000-000000000007");
    }

    @Test
    void aBatchIsOneCallWithItsFirstRows() throws Exception {
        SqlCall call = requests.call(() -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO poll (id, name) VALUES (?, ?)")) {
                for (int i = 0; i < 250; i++) {
                    insert.setInt(1, 2_000 + i);
                    insert.setString(2, "batch");
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
        assertThat(call.statement().type()).isEqualTo(SqlStatement.Type.BATCH);
        assertThat(call.statement().executions()).isEqualTo(250);
        assertThat(call.statement().rows()).hasSize(100).startsWith(List.of(2_000, "batch"), List.of(2_001, "batch"));
        assertThat(call.result().updateCount()).isEqualTo(250);
        assertThat(call.outcome()).isEqualTo("Executed 250 times");
        assertThat(lastLine(call)).startsWith("-- executed 250 times, first with these values, 250 rows updated, at ");
    }

    @Test
    void aBatchOfStatementsIsOneCall() throws Exception {
        List<SqlCall> calls = requests.calls(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.addBatch("UPDATE poll SET name = 'a' WHERE id = 1");
                statement.addBatch("UPDATE poll SET name = 'b' WHERE id = 2");
                statement.executeBatch();
                statement.executeBatch();
            }
        });
        assertThat(calls.get(0).statement().text())
                .isEqualTo("UPDATE poll SET name = 'a' WHERE id = 1;\nUPDATE poll SET name = 'b' WHERE id = 2");
        assertThat(calls).extracting(call -> call.statement().executions()).containsExactly(2, 0);
    }

    @Test
    void rowsAreThoseFetchedUntilTheRequestEnds() throws Exception {
        try (Statement statement = connection.createStatement()) {
            SqlCall call = requests.call(() -> {
                ResultSet rows = statement.executeQuery("SELECT * FROM poll");
                for (int i = 0; i < 40; i++) {
                    rows.next();
                }
            });
            assertThat(call.result().rows()).isEqualTo(40);
        }
    }

    @Test
    void aScrolledResultSetCountsTheHighestRow() throws Exception {
        assertThat(scrolled(rows -> {
                    rows.next();
                    rows.next();
                    rows.previous();
                    rows.next();
                    rows.beforeFirst();
                    rows.next();
                }))
                .isEqualTo(2);
        assertThat(scrolled(rows -> rows.absolute(50))).isEqualTo(50);
        assertThat(scrolled(rows -> {
                    rows.last();
                    assertThat(rows.getRow()).isEqualTo(100);
                    rows.beforeFirst();
                }))
                .isEqualTo(100);
        assertThat(scrolled(rows -> {
                    rows.absolute(10);
                    rows.relative(5);
                    rows.previous();
                }))
                .isEqualTo(15);
    }

    @Test
    void nothingIsSaidOfRowsThatNobodyCounted() throws Exception {
        assertThat(scrolled(rows -> {})).isEqualTo(SqlResult.UNKNOWN);
        assertThat(scrolled(ResultSet::beforeFirst)).isEqualTo(SqlResult.UNKNOWN);
        assertThat(scrolled(ResultSet::last)).isEqualTo(SqlResult.UNKNOWN);
        assertThat(scrolled(rows -> {
                    rows.last();
                    assertThat(rows.next()).isFalse();
                }))
                .isEqualTo(SqlResult.UNKNOWN);
        assertThat(scrolled(rows -> {
                    rows.last();
                    rows.beforeFirst();
                    readAll(rows);
                }))
                .isEqualTo(100);
        assertThat(scrolled(rows -> {
                    rows.afterLast();
                    while (rows.previous()) {
                        rows.getInt(1);
                    }
                }))
                .isEqualTo(SqlResult.UNKNOWN);
    }

    private interface Scrolling {
        void scroll(ResultSet rows) throws SQLException;
    }

    private long scrolled(Scrolling scrolling) throws Exception {
        SqlCall call = requests.call(() -> {
            try (Statement statement =
                    connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
                scrolling.scroll(statement.executeQuery("SELECT * FROM poll"));
            }
        });
        return call.result().rows();
    }

    @Test
    void generatedKeysAreNoRowsOfTheStatement() throws Exception {
        SqlCall call = requests.call(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("INSERT INTO poll (id) VALUES (777)", new String[] {"ID"});
                ResultSet keys = statement.getGeneratedKeys();
                assertThat(keys.getStatement()).isSameAs(statement);
                readAll(keys);
            }
        });
        assertThat(call.result()).isEqualTo(new SqlResult(-1, 1, null));
    }

    @Test
    void metaDataIsNotRecorded() throws Exception {
        assertThat(requests.allCalls(() -> readAll(connection.getMetaData().getTables(null, null, "%", null))))
                .isEmpty();
    }

    @Test
    void executeCountsTheRowsAndUpdatesOfItsResults() throws Exception {
        SqlCall call = requests.call(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("UPDATE poll SET name = 'z' WHERE id < 3");
                statement.getUpdateCount();
                statement.getUpdateCount();
            }
        });
        assertThat(call.result()).isEqualTo(new SqlResult(-1, 2, null));
        SqlCall query = requests.call(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT * FROM poll WHERE id < 5");
                readAll(statement.getResultSet());
            }
        });
        assertThat(query.result()).isEqualTo(new SqlResult(4, -1, null));
    }

    @Test
    void aCallShowsItsOutputsAndItsValuesByName() throws Exception {
        Databases.execute(connection, "CREATE ALIAS absolute FOR \"java.lang.Math.abs(int)\"");
        SqlCall call = requests.call(() -> {
            try (CallableStatement absolute = connection.prepareCall("{? = call absolute(?)}")) {
                absolute.registerOutParameter(1, Types.INTEGER);
                absolute.setInt(2, -3);
                absolute.execute();
                assertThat(absolute.getInt(1)).isEqualTo(3);
            }
        });
        assertThat(call.statement().type()).isEqualTo(SqlStatement.Type.CALL);
        assertThat(call.statement().values()).extracting(String::valueOf).containsExactly("OUT", "-3");
        assertThat(named().named()).isEqualTo(Map.of("api_token", "s3cret", "n", 4));
    }

    @Test
    void namedValuesAreShownApartAndSecretsMasked() {
        SqlCall call = new SqlCall(
                named(), new SqlResult(-1, -1, null), 0, 0, 0, null, io.github.devserver4j.trace.Secrets.defaults());
        assertThat(lastLine(call))
                .startsWith("-- with ")
                .contains("api_token = ***")
                .doesNotContain("s3cret");
    }

    private static SqlStatement named() {
        return new SqlStatement(
                SqlStatement.Type.CALL,
                "CALL f(?)",
                SqlDialect.H2,
                1,
                List.of(),
                Map.of("api_token", "s3cret", "n", 4));
    }

    @Test
    void anErrorIsRecordedInOneLine() throws Exception {
        SqlCall call = requests.call(() -> {
            try (Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.executeQuery("SELECT *\nFROM x"))
                        .isInstanceOf(SQLException.class);
            }
        });
        assertThat(call.error())
                .isEqualTo("JdbcSQLSyntaxErrorException: Table \"X\" not found (SQLState 42S02, code 42102)");
        assertThat(call.lines(TextStyle.COMPLETE)).contains("-- " + call.error());
        assertThat(call.listed()).isTrue();
    }

    @Test
    void aStatementThatIsRefusedWhenPreparedIsAFailedQuery() throws Exception {
        Trace trace = requests.of(() -> {
            assertThatThrownBy(() -> connection.prepareStatement("SELECT nothing FROM poll"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> connection.prepareStatement("SELECT nil FROM poll", new String[] {"id"}))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> connection.prepareCall("CALL nobody()")).isInstanceOf(SQLException.class);
        });
        assertThat(trace.calls())
                .extracting(Call::operation)
                .containsExactly("SELECT nothing FROM poll", "SELECT nil FROM poll", "CALL nobody()");
        assertThat(trace.calls()).allMatch(call -> call.error() != null && call.listed() && call.durationNanos() > 0);
        Call first = trace.calls().get(0);
        assertThat(first.error())
                .isEqualTo("JdbcSQLSyntaxErrorException: Column \"NOTHING\" not found (SQLState 42S22, code 42122)");
        assertThat(first.callSite())
                .extracting(StackTraceElement::getClassName)
                .isEqualTo(RecordingTest.class.getName());
        assertThat(trace.totals().get(0).summary()).isEqualTo("3 queries with 0 duplicates");
    }

    @Test
    void aStatementThatFailsOnlyWhenExecutedIsOneQuery() throws Exception {
        SqlCall call = requests.call(() -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO poll (id) VALUES (?)")) {
                insert.setInt(1, 1);
                assertThatThrownBy(insert::executeUpdate).isInstanceOf(SQLException.class);
            }
        });
        assertThat(call.error()).contains("23505");
    }

    @Test
    void transactionsAddTimeAndAreNoQueries() throws Exception {
        Trace trace = requests.of(() -> {
            connection.setAutoCommit(false);
            Databases.execute(connection, "UPDATE poll SET name = 'tx' WHERE id = 1");
            Savepoint savepoint = connection.setSavepoint("halfway");
            connection.rollback(savepoint);
            connection.commit();
            connection.rollback();
            connection.setAutoCommit(true);
        });
        assertThat(trace.calls())
                .extracting(Call::summary)
                .endsWith("ROLLBACK TO SAVEPOINT halfway", "COMMIT", "ROLLBACK");
        assertThat(trace.calls()).hasSize(4);
        assertThat(trace.calls().get(2).callSite()).isNotNull();
        assertThat(trace.totals().get(0).summary()).isEqualTo("1 queries with 0 duplicates");
        long nanos = trace.calls().stream().mapToLong(Call::durationNanos).sum();
        assertThat(trace.totals().get(0).durationNanos()).isEqualTo(nanos);
    }

    @Test
    void theEndOfATransactionThatOnlyReadIsNotListed() throws Exception {
        connection.setAutoCommit(false);
        assertThat(listedAfter("  /* polls */ (select * from poll)")).isFalse();
        assertThat(listedAfter("SELECT * FROM poll", "DELETE FROM poll WHERE id = 99"))
                .isTrue();
        assertThat(listedAfter("SELECT * FROM poll")).isFalse();
        assertThat(listedAfter("WITH p AS (SELECT * FROM poll) SELECT * FROM p"))
                .isTrue();
        Databases.execute(connection, "DELETE FROM poll WHERE id = 98"); // for no request
        assertThat(listedAfter("SELECT * FROM poll")).isTrue();
        connection.setAutoCommit(true);
        Databases.execute(connection, "DELETE FROM poll WHERE id = 97");
        connection.setAutoCommit(false);
        assertThat(listedAfter("SELECT * FROM poll")).isFalse();
    }

    @Test
    void aRowThatIsWrittenThroughAResultSetIsAWrite() throws Exception {
        connection.setAutoCommit(false);
        Trace trace = requests.of(() -> {
            try (java.sql.Statement all =
                            connection.createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE);
                    ResultSet rows = all.executeQuery("SELECT * FROM poll")) {
                rows.next();
                rows.deleteRow();
            }
            connection.commit();
        });
        assertThat(trace.calls()).last().matches(Call::listed);
    }

    @Test
    void aCommitThatFailsIsListed() throws Exception {
        Trace trace = requests.of(() -> {
            connection.setAutoCommit(false);
            Databases.execute(connection, "SELECT * FROM poll");
            connection.close();
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        });
        assertThat(trace.calls()).last().matches(Call::listed);
    }

    @Test
    void aSlowCommitIsListed() {
        TransactionCall commit = new TransactionCall("COMMIT", 0, 4_999_999, null, null, false);
        assertThat(commit.listed()).isFalse();
        assertThat(new TransactionCall("COMMIT", 0, 5_000_000, null, null, false).listed())
                .isTrue();
    }

    /** Whether the commit after these statements is, be it as quick as it should. */
    private boolean listedAfter(String... statements) throws Exception {
        Trace trace = requests.of(() -> {
            Databases.execute(connection, statements);
            connection.commit();
        });
        TransactionCall commit = (TransactionCall) trace.calls().get(statements.length);
        assertThat(commit.summary()).isEqualTo("COMMIT");
        assertThat(trace.totals().get(0).count()).isEqualTo(statements.length);
        return new TransactionCall("COMMIT", 0, 0, commit.error(), null, commit.mayHaveWritten()).listed();
    }

    @Test
    void duplicatesAreTheSameStatementsWithTheSameValues() throws Exception {
        Trace trace = requests.of(() -> {
            for (int id : new int[] {1, 2, 1, 1}) {
                try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                    select.setInt(1, id);
                    readAll(select.executeQuery());
                }
            }
        });
        assertThat(trace.totals()).hasSize(1);
        assertThat(trace.totals().get(0).summary()).isEqualTo("4 queries with 2 duplicates");
        assertThat(trace.totals().get(0).kind().tag()).isEqualTo("sql");
    }

    @Test
    void pastTheLimitQueriesAreStillCounted() throws Exception {
        Trace trace = requests.of(() -> {
            for (int i = 0; i < 3_000; i++) {
                try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                    select.setInt(1, i % 1_000);
                    readAll(select.executeQuery());
                }
            }
        });
        assertThat(trace.totals().get(0).summary()).isEqualTo("3000 queries with 2000 duplicates");
        assertThat(trace.groups()).hasSize(1);
        assertThat(trace.groups().get(0).count()).isEqualTo(1_000);
    }

    @Test
    void theRowCommentIsAsTheConsoleShowsIt() {
        StackTraceElement site = new StackTraceElement("com.example.polls.PollDao", "state", "PollDao.java", 42);
        SqlStatement statement =
                new SqlStatement(SqlStatement.Type.QUERY, "SELECT 1", SqlDialect.H2, 1, List.of(List.of()), Map.of());
        var secrets = io.github.devserver4j.trace.Secrets.defaults();
        assertThat(lastLine(new SqlCall(statement, new SqlResult(1, -1, null), 0, 0, 0, site, true, null, secrets)))
                .startsWith("-- 1 row, likely at ");
        assertThat(lastLine(new SqlCall(statement, new SqlResult(1, -1, null), 0, 0, 0, site, secrets)))
                .isEqualTo("-- 1 row, at com.example.polls.PollDao.state(PollDao.java:42)");
        assertThat(lastLine(new SqlCall(statement, new SqlResult(31, -1, null), 0, 0, 12_345_678, site, secrets)))
                .isEqualTo("-- 31 rows, fetched in 12ms, at com.example.polls.PollDao.state(PollDao.java:42)");
        assertThat(lastLine(new SqlCall(statement, new SqlResult(-1, 1, null), 0, 0, 0, site, secrets)))
                .isEqualTo("-- 1 row updated, at com.example.polls.PollDao.state(PollDao.java:42)");
    }

    @Test
    void valuesThatCanChangeAreCopied() throws Exception {
        java.util.Calendar calendar = java.util.Calendar.getInstance();
        calendar.setTimeInMillis(1_000);
        Object[] elements = {1, 2};
        Connection driver = RecordingRaw.of(Connection.class, new RecordingRaw());
        SqlCall call = requests.call(() -> {
            PreparedStatement select = requests.tracing.wrap(driver).prepareStatement("SELECT ?, ?");
            select.setObject(1, calendar);
            select.setObject(2, elements);
            select.execute();
            calendar.setTimeInMillis(2_000);
            elements[0] = 9;
        });
        assertThat(((java.util.Calendar) call.statement().values().get(0)).getTimeInMillis())
                .isEqualTo(1_000);
        assertThat(call.statement().values().get(1)).isEqualTo(List.of(1, 2));
    }

    @Test
    void onlyQueriesThatAreKnownToBeTheSameAreDuplicates() throws Exception {
        Trace trace = requests.of(() -> {
            for (byte[] key : new byte[][] {{1, 2}, {3, 4}, {1, 2}}) {
                try (PreparedStatement select = connection.prepareStatement("SELECT 1 WHERE ? = X'00'")) {
                    select.setBytes(1, key);
                    readAll(select.executeQuery());
                    select.setBinaryStream(1, new ByteArrayInputStream(key), 2);
                    readAll(select.executeQuery());
                }
            }
        });
        assertThat(trace.totals().get(0).summary()).isEqualTo("6 queries with 1 duplicates");
    }

    @Test
    void pastItsBoundTheTallyGivesALowerBound() {
        SqlTally tally = new SqlTally();
        for (int i = 0; i < Duplicates.MAX_DISTINCT + 1; i++) {
            tally.add(numbered(i));
        }
        tally.add(numbered(0));
        assertThat(tally.count()).isEqualTo(Duplicates.MAX_DISTINCT + 2);
        assertThat(tally.summary()).isEqualTo("10002 queries with at least 1 duplicates");
    }

    @Test
    void anArrayIsTheDriversOwn() throws Exception {
        Class<?> driversClass;
        String sql = "SELECT ARRAY[1, 2]";
        try (Connection raw = Databases.h2().getConnection();
                ResultSet rows = raw.createStatement().executeQuery(sql)) {
            rows.next();
            driversClass = rows.getArray(1).getClass();
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            assertThat(rows.getArray(1)).isExactlyInstanceOf(driversClass);
            assertThat(connection.createArrayOf("INTEGER", new Object[] {1})).isExactlyInstanceOf(driversClass);
        }
    }

    private static SqlCall numbered(int number) {
        SqlStatement statement = new SqlStatement(
                SqlStatement.Type.QUERY, "SELECT ?", SqlDialect.H2, 1, List.of(List.of(number)), Map.of());
        return new SqlCall(
                statement, new SqlResult(0, -1, null), 0, 0, 0, null, io.github.devserver4j.trace.Secrets.defaults());
    }

    private static String lastLine(SqlCall call) {
        List<String> lines = call.lines(TextStyle.COMPLETE);
        return lines.get(lines.size() - 1);
    }

    private static void readAll(ResultSet rows) throws SQLException {
        while (rows.next()) {
            rows.getObject(1);
        }
    }
}

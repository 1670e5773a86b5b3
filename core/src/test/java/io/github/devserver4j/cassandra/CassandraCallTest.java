package io.github.devserver4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Timing;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the console shows of a call, whole blocks to the last line. */
class CassandraCallTest {

    private static final StackTraceElement SITE =
            new StackTraceElement("com.example.UserDao", "find", "UserDao.java", 31);
    private static final Timing TIMING = new Timing(0, 3_000_000, true, null, SITE, false);
    private static final CqlResult ONE_ROW = result(1, 1, true, List.of(), 0, List.of());

    private static CqlResult result(
            long rows, int pages, boolean complete, List<String> retries, int speculative, List<String> warnings) {
        return new CqlResult(
                rows, pages, complete, 0, "127.0.0.1:9042", retries, speculative, true, false, null, warnings);
    }

    private static CassandraCall call(CqlStatement.Type type, CqlResult result, int size, CqlText... texts) {
        CqlStatement statement = new CqlStatement(type, List.of(texts), size, Fingerprint.of(type));
        return new CassandraCall(statement, result, TIMING, Secrets.defaults());
    }

    @Test
    void aShortStatementStandsOnOneLineAsItIs() {
        CassandraCall call = call(
                CqlStatement.Type.QUERY,
                ONE_ROW,
                1,
                new CqlText("SELECT * FROM users WHERE id = ? // why not\n", List.of("42")));

        assertThat(call.lines(TextStyle.TRUNCATED))
                .containsExactly(
                        "SELECT * FROM users WHERE id = 42 /* why not */",
                        "-- 1 row, from 127.0.0.1:9042, at com.example.UserDao.find(UserDao.java:31)");
        assertThat(call.summary()).isEqualTo("SELECT * FROM users WHERE id = 42 /* why not */");
        assertThat(call.operationText(TextStyle.TRUNCATED)).isEqualTo("SELECT * FROM users WHERE id = ? /* why not */");
    }

    @Test
    void aLongStatementIsLaidOutAndCutAsSqlIs() {
        CassandraCall call = call(
                CqlStatement.Type.QUERY,
                result(250, 3, true, List.of(), 0, List.of()),
                1,
                new CqlText(
                        "select id, name, street, town, country, mail, password_hash from app.users_by_town"
                                + " where town = :town and country = :country",
                        List.of("'Wien'", "'AT'")));

        assertThat(call.lines(TextStyle.TRUNCATED))
                .containsExactly(
                        "SELECT ...",
                        "FROM app.users_by_town",
                        "WHERE town = 'Wien'",
                        "  AND country = 'AT'",
                        "-- 250 rows in 3 pages, from 127.0.0.1:9042, at com.example.UserDao.find(UserDao.java:31)");
        assertThat(call.lines(TextStyle.COMPLETE)).first().asString().startsWith("SELECT id, name,");
    }

    @Test
    void whatTheServersWentThroughIsTold() {
        CqlResult result = new CqlResult(
                0,
                1,
                true,
                0,
                "10.0.0.2:9042",
                List.of("OverloadedException from a", "OverloadedException from a", "ServerError from b"),
                1,
                false,
                false,
                "QUORUM",
                List.of("Read 1000 tombstone cells"));
        CassandraCall call =
                call(CqlStatement.Type.QUERY, result, 1, new CqlText("DELETE FROM t IF EXISTS", List.of()));

        assertThat(call.lines(TextStyle.TRUNCATED))
                .containsExactly(
                        "DELETE FROM t IF EXISTS",
                        "-- warning: Read 1000 tombstone cells",
                        "-- 0 rows, not applied, retried 2 times after OverloadedException from a,"
                                + " retried after ServerError from b, 1 speculative execution, consistency QUORUM,"
                                + " from 10.0.0.2:9042, at com.example.UserDao.find(UserDao.java:31)");
    }

    @Test
    void aBatchIsAsCqlshTakesItAndCutAfterTen() {
        CqlText insert = new CqlText("INSERT INTO t (id, token) VALUES (?, ?)", List.of("1", "'abc'"));
        CassandraCall call = call(
                CqlStatement.Type.COUNTER_BATCH,
                result(0, 1, true, List.of(), 0, List.of()),
                150,
                Collections.nCopies(100, insert).toArray(CqlText[]::new));

        List<String> lines = call.lines(TextStyle.TRUNCATED);
        assertThat(lines).hasSize(14);
        assertThat(lines.subList(0, 2))
                .containsExactly("BEGIN COUNTER BATCH", "  INSERT INTO t (id, token) VALUES (1, '***');");
        assertThat(lines.subList(11, 14))
                .containsExactly(
                        "  -- … and 140 more",
                        "APPLY BATCH",
                        "-- a batch of 150 statements, from 127.0.0.1:9042,"
                                + " at com.example.UserDao.find(UserDao.java:31)");
        assertThat(call.lines(TextStyle.COMPLETE)).hasSize(104).contains("  -- … and 50 more");
        assertThat(call.summary())
                .isEqualTo("BEGIN COUNTER BATCH INSERT INTO t (id, token) VALUES (1, '***') and 149 more");
    }

    @Test
    void anEmptyBatchAndAPageOfMoreAreTold() {
        assertThat(call(CqlStatement.Type.BATCH, CqlResult.unknown(), 0).lines(TextStyle.TRUNCATED))
                .startsWith("BEGIN BATCH", "APPLY BATCH");
        CqlText text = new CqlText("SELECT * FROM t", List.of());
        assertThat(call(CqlStatement.Type.QUERY, result(5000, 1, false, List.of(), 0, List.of()), 1, text)
                        .lines(TextStyle.TRUNCATED)
                        .get(1))
                .startsWith("-- 5000 rows on the first page of more, from");
        assertThat(call(CqlStatement.Type.QUERY, result(9000, 2, false, List.of(), 0, List.of()), 1, text)
                        .lines(TextStyle.TRUNCATED)
                        .get(1))
                .startsWith("-- 9000 rows in 2 pages of more, from");
    }

    @Test
    void whatIsCountedIsToldOnlyIfThereIsAny() {
        CassandraTally tally = new CassandraTally();
        CqlText text = new CqlText("SELECT * FROM t", List.of());
        tally.add(call(CqlStatement.Type.QUERY, ONE_ROW, 1, text));
        assertThat(tally.summary()).isEqualTo("1 queries with 0 duplicates");

        CassandraTally other = new CassandraTally();
        other.add(call(CqlStatement.Type.QUERY, result(9, 3, true, List.of("a", "b"), 1, List.of()), 1, text));
        other.add(call(CqlStatement.Type.PREPARE, ONE_ROW, 1, text));
        other.add(call(CqlStatement.Type.BATCH, ONE_ROW, 1, text));
        tally.addAll(other);
        assertThat(tally.summary())
                .isEqualTo("3 queries with 1 duplicates, 1 prepared, 2 more pages, 2 retried, 1 speculative");
        assertThat(tally.count()).isEqualTo(3);
        assertThat(tally.durationNanos()).isEqualTo(12_000_000);
    }
}

package io.github.devserver4j.cassandra;

import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.rows;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.internal.core.specex.ConstantSpeculativeExecutionPolicy;
import com.datastax.oss.simulacron.common.request.Query;
import com.datastax.oss.simulacron.common.stubbing.PrimeDsl;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceRecorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is recorded of a session's calls, beside what the servers have logged. */
@Tag("clients")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingIT {

    private static final String BY_ID = "SELECT * FROM users WHERE id = ?";

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final CassandraServer server = CassandraServer.start(2);
    private CqlSession driver;
    private CqlSession session;

    @BeforeAll
    void connect() {
        driver = server.session();
        session = CassandraTracing.create(currentTrace).wrap(driver);
    }

    @AfterAll
    void close() {
        session.close();
        assertThat(driver.isClosed()).isTrue();
        server.close();
    }

    @BeforeEach
    void reset() {
        server.reset();
        server.prime(when(users("id", "int", 42)).then(rows().row("name", "Ann").columnTypes("name", "varchar")));
    }

    private static Query users(String name, String type, Object value) {
        return PrimeDsl.query(
                "SELECT * FROM users WHERE " + name + " = ?",
                List.of(),
                new LinkedHashMap<>(Map.of(name, value)),
                new LinkedHashMap<>(Map.of(name, type)));
    }

    @Test
    void aQueryIsToldWithItsValuesItsRowsItsCoordinatorAndItsPlace() throws Exception {
        List<CassandraCall> calls;
        try (RecordedRequest request = RecordedRequest.openSited(currentTrace)) {
            assertThat(session.execute("SELECT * FROM users WHERE id = ?", 42).one())
                    .isNotNull();
            calls = request.finishedCalls(CassandraCall.class);
        }

        assertThat(calls).hasSize(1);
        List<String> lines = calls.get(0).lines(TextStyle.TRUNCATED);
        assertThat(lines).hasSize(2).first().isEqualTo("SELECT * FROM users WHERE id = 42");
        assertThat(lines.get(1))
                .matches("-- 1 row, from 127\\.0\\.0\\.1:\\d+, at " + RecordingIT.class.getName()
                        + "\\.aQueryIsToldWithItsValuesItsRowsItsCoordinatorAndItsPlace\\(RecordingIT\\.java:\\d+\\)")
                .contains(server.requests(0).isEmpty() ? server.address(1) : server.address(0));
        assertThat(calls.get(0).error()).isNull();
        assertThat(calls.get(0).durationNanos()).isPositive();
    }

    @Test
    void everyFormOfAQueryIsTheSameQuery() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            session.execute(SimpleStatement.newInstance(BY_ID, 42));
            session.execute(BY_ID, 42);
            session.executeAsync(BY_ID, 42).toCompletableFuture().get();
            session.execute(SimpleStatement.newInstance(BY_ID, 42), SimpleStatement.SYNC);
            Objects.requireNonNull(session.execute(SimpleStatement.newInstance(BY_ID, 42), SimpleStatement.ASYNC))
                    .toCompletableFuture()
                    .get();
            session.execute(BY_ID, 43);
            Trace trace = request.finish();

            assertThat(trace.calls())
                    .extracting(call -> call.summary().substring(29))
                    .containsExactly("= 42", "= 42", "= 42", "= 42", "= 42", "= 43");
            assertThat(trace.totals().get(0).summary()).isEqualTo("6 queries with 4 duplicates");
            assertThat(trace.totals().get(0).count())
                    .isEqualTo(server.requests().size());
        }
    }

    @Test
    void namedValuesArePutInByName() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            session.execute(
                    "SELECT * FROM t WHERE a = :a AND b = ':a' AND token = :tok AND c IN :c AND \"D\" = :\"D\"",
                    Map.of("a", "it's", "tok", "abc", "c", List.of(1, 2), "\"D\"", true));
            assertThat(request.finishedCalls(CassandraCall.class).get(0).summary())
                    .isEqualTo("SELECT * FROM t WHERE a = 'it''s' AND b = ':a' AND token = '***' AND c IN [1,2]"
                            + " AND \"D\" = true");
        }
    }

    @Test
    void preparedStatementsAreToldApart() throws Exception {
        String query = "SELECT * FROM users WHERE id = ?";
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            PreparedStatement prepared = session.prepare(query);
            assertThat(session.prepare(query)).isSameAs(prepared);
            assertThat(session.prepareAsync(query).toCompletableFuture().get()).isSameAs(prepared);
            assertThat(session.execute(prepared.bind(42)).one()).isNotNull();
            Trace trace = request.finish();

            assertThat(trace.calls())
                    .extracting(call -> call.lines(TextStyle.TRUNCATED))
                    .satisfiesExactly(
                            lines -> assertThat(lines).first().isEqualTo("PREPARE " + query),
                            lines -> assertThat(lines).containsExactly("PREPARE " + query, "-- already prepared"),
                            lines -> assertThat(lines).containsExactly("PREPARE " + query, "-- already prepared"),
                            lines -> assertThat(lines).first().isEqualTo("SELECT * FROM users WHERE id = 42"));
            assertThat(trace.totals().get(0).summary())
                    .isEqualTo("1 queries with 0 duplicates, 1 prepared, 2 already prepared");
            assertThat(server.requests())
                    .extracting(log -> log.getType())
                    .containsExactlyInAnyOrder("PREPARE", "EXECUTE");
        }
    }

    @Test
    void whatWasPreparedBeforeTheRequestIsKnownInIt() throws Exception {
        String query = "SELECT * FROM before WHERE id = 1";
        session.prepareAsync(query).toCompletableFuture().get();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            session.prepare(SimpleStatement.newInstance(query));
            assertThat(request.finish().totals().get(0).summary())
                    .isEqualTo("0 queries with 0 duplicates, 1 already prepared");
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void boundValuesOfSecretColumnsAreMasked() throws Exception {
        server.prime(when(users("api_token", "varchar", "s3cr3t-value"))
                .then(PrimeDsl.invalid("Nothing goes by s3cr3t-value here")));
        PreparedStatement prepared = session.prepare("SELECT * FROM users WHERE api_token = ?");
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            try {
                session.execute(prepared.bind("s3cr3t-value"));
            } catch (RuntimeException expected) {
                assertThat(expected).hasMessageContaining("s3cr3t-value");
            }
            CassandraCall call = request.finishedCalls(CassandraCall.class).get(0);
            assertThat(call.lines(TextStyle.COMPLETE))
                    .satisfiesExactly(
                            line -> assertThat(line).isEqualTo("SELECT * FROM users WHERE api_token = '***'"),
                            line -> assertThat(line).isEqualTo("-- InvalidQueryException: Nothing goes by *** here"),
                            line -> assertThat(line).startsWith("-- from 127.0.0.1:"));
            assertThat(call.toString()).doesNotContain("s3cr3t");
        }
    }

    @Test
    void aBatchIsOneCallWithItsStatements() throws Exception {
        PreparedStatement insert = session.prepare("INSERT INTO log (id) VALUES (1)");
        BatchStatement batch = BatchStatement.newInstance(BatchType.UNLOGGED)
                .add(SimpleStatement.newInstance("UPDATE users SET name = ? WHERE id = ?", "Bob", 42))
                .add(insert.bind());
        server.cluster().clearLogs();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            session.execute(batch);
            Trace trace = request.finish();

            assertThat(trace.calls().get(0).lines(TextStyle.TRUNCATED))
                    .satisfiesExactly(
                            line -> assertThat(line).isEqualTo("BEGIN UNLOGGED BATCH"),
                            line -> assertThat(line).isEqualTo("  UPDATE users SET name = 'Bob' WHERE id = 42;"),
                            line -> assertThat(line).isEqualTo("  INSERT INTO log (id) VALUES (1);"),
                            line -> assertThat(line).isEqualTo("APPLY BATCH"),
                            line -> assertThat(line).startsWith("-- a batch of 2 statements, from 127.0.0.1:"));
            assertThat(trace.totals().get(0).count()).isEqualTo(1);
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void pagesThatAreReadAreCounted() throws Exception {
        server.cluster().getStubStore().register(new PagedAnswer(3, -1));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(numbers(session.execute(PagedAnswer.QUERY))).containsExactly(0, 1, 2, 3, 4);
            assertThat(session.execute(PagedAnswer.QUERY).one()).isNotNull();
            assertThat(session.execute(PagedAnswer.QUERY).all()).hasSize(5);
            assertThat(session.execute(PagedAnswer.QUERY)
                            .map(row -> row.getInt(0))
                            .all())
                    .containsExactly(0, 1, 2, 3, 4);
            Trace trace = request.finish();

            assertThat(trace.calls())
                    .extracting(call -> facts(call.lines(TextStyle.TRUNCATED)))
                    .containsExactly(
                            "-- 5 rows in 3 pages",
                            "-- 2 rows on the first page of more",
                            "-- 5 rows in 3 pages",
                            "-- 5 rows in 3 pages");
            assertThat(trace.totals().get(0).summary()).isEqualTo("4 queries with 3 duplicates, 6 more pages");
        }
        assertThat(server.requests()).hasSize(10);
    }

    @Test
    void pagesThatAreFetchedLaterAreCounted() throws Exception {
        server.cluster().getStubStore().register(new PagedAnswer(3, -1));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            AsyncResultSet page = session.executeAsync(PagedAnswer.QUERY)
                    .toCompletableFuture()
                    .get();
            List<Integer> numbers = new ArrayList<>();
            page.currentPage().forEach(row -> numbers.add(row.getInt(0)));
            while (page.hasMorePages()) {
                page = page.fetchNextPage().toCompletableFuture().get();
                page.currentPage().forEach(row -> numbers.add(row.getInt(0)));
            }
            assertThat(numbers).containsExactly(0, 1, 2, 3, 4);
            assertThat(facts(request.finishedCalls(CassandraCall.class).get(0).lines(TextStyle.TRUNCATED)))
                    .isEqualTo("-- 5 rows in 3 pages");
        }
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aStatementThatWasNotAppliedIsToldAsSuch() throws Exception {
        String query = "UPDATE users SET name = 'Bob' WHERE id = 42 IF name = 'Ann'";
        server.prime(when(query).then(rows().row("[applied]", false).columnTypes("[applied]", "boolean")));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            ResultSet result = session.execute(query);
            assertThat(session.executeAsync(query).toCompletableFuture().get().wasApplied())
                    .isFalse();
            assertThat(result.wasApplied()).isFalse();
            assertThat(result.all()).hasSize(1);
            Trace trace = request.finish();

            assertThat(trace.calls())
                    .allSatisfy(
                            call -> assertThat(call.lines(TextStyle.TRUNCATED).get(1))
                                    .startsWith("-- 1 row, not applied, from "));
            assertThat(trace.totals().get(0).summary()).isEqualTo("2 queries with 1 duplicates, 2 not applied");
        }
    }

    @Test
    void retriesAreCountedAsTheServersCountThem() throws Exception {
        String query = "SELECT * FROM busy";
        server.node(0).prime(when(query).then(PrimeDsl.overloaded("not now")));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            for (int i = 0; i < 4; i++) {
                session.execute(SimpleStatement.newInstance(query).setIdempotent(true));
            }
            Trace trace = request.finish();

            int retried = server.requests(0).size();
            assertThat(retried).isPositive();
            assertThat(server.requests(1)).hasSize(4);
            assertThat(trace.totals().get(0).summary())
                    .isEqualTo("4 queries with 3 duplicates, " + retried + " retried");
            assertThat(trace.calls())
                    .filteredOn(call -> call.lines(TextStyle.TRUNCATED)
                            .get(1)
                            .equals("-- 0 rows, retried after OverloadedException from " + server.address(0) + ", from "
                                    + server.address(1)))
                    .hasSize(retried);
        }
    }

    @Test
    void speculativeExecutionsAreCountedAsTheServersCountThem() throws Exception {
        String query = "SELECT * FROM slow";
        server.node(0).prime(when(query).then(PrimeDsl.noRows()).delay(2, TimeUnit.SECONDS));
        try (CqlSession eager = CassandraTracing.create(currentTrace)
                        .wrap(server.session(options -> options.withClass(
                                        DefaultDriverOption.SPECULATIVE_EXECUTION_POLICY_CLASS,
                                        ConstantSpeculativeExecutionPolicy.class)
                                .withInt(DefaultDriverOption.SPECULATIVE_EXECUTION_MAX, 2)
                                .withDuration(
                                        DefaultDriverOption.SPECULATIVE_EXECUTION_DELAY, Duration.ofMillis(300))));
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            for (int i = 0; i < 3; i++) {
                eager.execute(SimpleStatement.newInstance(query).setIdempotent(true));
            }
            int speculative = server.requests().size() - 3;
            assertThat(speculative).isPositive();
            assertThat(request.finish().totals().get(0).summary())
                    .isEqualTo("3 queries with 2 duplicates, " + speculative + " speculative");
        }
    }

    @Test
    void aConsistencyLevelOfItsOwnIsTold() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            SimpleStatement statement = SimpleStatement.newInstance("SELECT * FROM t");
            session.execute(statement.setConsistencyLevel(DefaultConsistencyLevel.QUORUM));
            session.execute(statement.setConsistencyLevel(DefaultConsistencyLevel.LOCAL_ONE));
            assertThat(request.finishedCalls(CassandraCall.class))
                    .extracting(call -> call.result().consistency())
                    .containsExactly("QUORUM", null);
        }
    }

    @Test
    void callsPastTheLimitAreCountedUnfinished() throws Exception {
        server.cluster().getStubStore().register(new PagedAnswer(2, -1));
        try (RecordedRequest request = RecordedRequest.open(currentTrace, 1)) {
            for (int i = 0; i < 30; i++) {
                session.execute("SELECT * FROM t WHERE id = ?", i % 3);
            }
            session.prepare("SELECT * FROM many");
            session.execute(PagedAnswer.QUERY).all();
            assertThat(request.finish().totals().get(0).summary())
                    .isEqualTo("31 queries with 27 duplicates, 1 prepared, 1 more page");
        }
        assertThat(server.requests()).hasSize(33);
    }

    @Test
    void twoThreadsOfARequestRecordIntoIt() throws Exception {
        Runnable twenty = () -> IntStream.range(0, 20).forEach(i -> session.execute("SELECT * FROM t WHERE id = ?", i));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            TraceRecorder recorder = Objects.requireNonNull(currentTrace.get());
            Thread other = new Thread(() -> {
                try (Scope scope = currentTrace.open(recorder)) {
                    twenty.run();
                }
            });
            other.start();
            twenty.run();
            other.join();
            assertThat(request.finish().totals().get(0).summary()).isEqualTo("40 queries with 20 duplicates");
        }
        assertThat(server.requests()).hasSize(40);
    }

    @Test
    void nothingIsRecordedOutsideOfARequest() throws Exception {
        session.execute("SELECT * FROM t");
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(request.finish().calls()).isEmpty();
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void wrappedTwiceItRecordsOnce() throws Exception {
        CqlSession again = CassandraTracing.create(currentTrace).wrap(session);
        assertThat(again).isSameAs(session);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            again.execute("SELECT * FROM t");
            assertThat(request.finish().calls()).hasSize(1);
        }
    }

    private static List<Integer> numbers(ResultSet result) {
        List<Integer> numbers = new ArrayList<>();
        for (Row row : result) {
            numbers.add(row.getInt("n"));
        }
        return numbers;
    }

    private static String facts(List<String> lines) {
        String last = lines.get(lines.size() - 1);
        return last.substring(0, last.indexOf(", from")).replaceAll(", fetched in [0-9]+ms", "");
    }
}

package io.github.devserver4j.cassandra;

import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.dse.driver.api.core.cql.reactive.ReactiveResultSet;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.internal.core.context.InternalDriverContext;
import com.datastax.oss.simulacron.common.cluster.QueryLog;
import com.datastax.oss.simulacron.common.stubbing.PrimeDsl;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TextStyle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** One script on the driver's session and on the wrapped one: the same results, and the same requests at the servers. */
@Tag("clients")
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // what may not be null is null in the script, too
class SameAsDriverIT {

    private static final String QUERY = "SELECT * FROM users";

    private interface Step {
        Object run(CqlSession session) throws Exception;
    }

    private static final Map<String, Step> SCRIPT = Map.ofEntries(
            Map.entry("simple", s -> all(s.execute(QUERY))),
            Map.entry("values", s -> all(s.execute("SELECT * FROM t WHERE a = ? AND b = ?", 1, "x"))),
            Map.entry("null value", s -> all(s.execute("SELECT * FROM t WHERE a = ?", new Object[] {null}))),
            Map.entry("named", s -> all(s.execute("SELECT * FROM t WHERE a = :a", Map.of("a", 1)))),
            Map.entry("no codec", s -> all(s.execute("SELECT * FROM t WHERE a = ?", Thread.State.NEW))),
            Map.entry("bad name", s -> all(s.execute("SELECT 1", Map.of("\"a", 1)))),
            Map.entry("null statement", s -> all(s.execute((Statement<?>) null))),
            Map.entry("null text", s -> all(s.execute((String) null))),
            Map.entry("null later", s -> s.executeAsync((Statement<?>) null)),
            Map.entry(
                    "later",
                    s -> page(s.executeAsync(QUERY).toCompletableFuture().get())),
            Map.entry("prepared", s -> all(s.execute(s.prepare(QUERY).bind()))),
            Map.entry(
                    "prepared later",
                    s -> prepared(s.prepareAsync(QUERY).toCompletableFuture().get())),
            Map.entry("prepared by a statement", s -> prepared(s.prepare(SimpleStatement.newInstance(QUERY)))),
            Map.entry("batch", s -> all(s.execute(batch()))),
            Map.entry("empty batch", s -> all(s.execute(BatchStatement.newInstance(BatchType.LOGGED)))),
            Map.entry("general", s -> all(s.execute(SimpleStatement.newInstance(QUERY), Statement.SYNC))),
            Map.entry("pages", s -> all(s.execute(PagedAnswer.QUERY))),
            Map.entry("pages by hand", SameAsDriverIT::pagesByHand),
            Map.entry("pages later", SameAsDriverIT::pagesLater),
            Map.entry("pages one", s -> s.execute(PagedAnswer.QUERY).one().getInt(0)),
            Map.entry(
                    "pages mapped",
                    s -> s.execute(PagedAnswer.QUERY).map(r -> r.getInt(0)).all()),
            Map.entry("error", s -> all(s.execute("BROKEN"))),
            Map.entry(
                    "error later",
                    s -> s.executeAsync("BROKEN").toCompletableFuture().get()),
            Map.entry(
                    "error joined",
                    s -> s.executeAsync("BROKEN").toCompletableFuture().join()),
            Map.entry("reactive", s -> rows(s.executeReactive(QUERY))),
            Map.entry("reactive values", s -> rows(s.executeReactive("SELECT * FROM t WHERE a = ?", 1))),
            Map.entry("reactive pages", s -> rows(s.executeReactive(PagedAnswer.QUERY))),
            Map.entry("reactive error", s -> rows(s.executeReactive("BROKEN"))),
            Map.entry("reactive twice", SameAsDriverIT::twice),
            Map.entry("metadata", s -> s.getMetadata().getNodes().keySet()),
            Map.entry("keyspace", CqlSession::getKeyspace),
            Map.entry("name", CqlSession::getName),
            Map.entry("agreement", CqlSession::checkSchemaAgreement));

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private CassandraServer server;
    private CqlSession driver;
    private CqlSession session;

    @BeforeEach
    void connect() {
        server = CassandraServer.start(1);
        server.prime(when(QUERY)
                .then(PrimeDsl.rows()
                        .row("id", 1, "name", "Ann")
                        .row("id", 2, "name", "Bob")
                        .columnTypes("id", "int", "name", "varchar")));
        server.prime(when("BROKEN").then(PrimeDsl.syntaxError("line 1:0")));
        server.cluster().getStubStore().register(new PagedAnswer(3, -1));
        driver = server.session();
        session = CassandraTracing.create(currentTrace).wrap(driver);
    }

    @AfterEach
    void close() {
        session.close();
        server.close();
    }

    @Test
    void resultsAndExceptionsAreTheSame() throws Exception {
        for (Map.Entry<String, Step> step : SCRIPT.entrySet()) {
            server.cluster().clearLogs();
            String expected = outcome(step.getValue(), driver);
            List<String> asked = asked();
            server.cluster().clearLogs();
            assertThat(outcome(step.getValue(), session)).as(step.getKey()).isEqualTo(expected);
            server.cluster().clearLogs();
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                assertThat(outcome(step.getValue(), session)).as(step.getKey()).isEqualTo(expected);
                List<CassandraCall> calls = request.finishedCalls(CassandraCall.class);
                assertThat(calls)
                        .as(step.getKey())
                        .allSatisfy(call ->
                                assertThat(call.lines(TextStyle.TRUNCATED)).isNotEmpty());
                assertThat(requests(calls))
                        .as(step.getKey())
                        .isEqualTo(server.requests().size());
            }
            if (!step.getKey().startsWith("prepared")) { // the driver has it the second time
                assertThat(asked()).as(step.getKey()).isEqualTo(asked);
            }
        }
    }

    private List<String> asked() {
        return server.requests().stream().map(QueryLog::getQuery).toList();
    }

    /** What left the driver: a statement without a codec or a text has not. */
    private static int requests(List<CassandraCall> calls) {
        int requests = 0;
        for (CassandraCall call : calls) {
            CqlCounts counts = call.result().counts();
            boolean sent = call.error() == null || call.error().contains("SyntaxError");
            requests += sent && !counts.alreadyPrepared() ? 1 + counts.morePages() + counts.retries() : 0;
        }
        return requests;
    }

    @Test
    void theContextIsTheDriversOwn() {
        assertThat(session.getContext()).isSameAs(driver.getContext()).isInstanceOf(InternalDriverContext.class);
    }

    private static String outcome(Step step, CqlSession session) {
        try {
            return String.valueOf(step.run(session));
        } catch (Throwable thrown) {
            String cause = thrown.getCause() == null
                    ? ""
                    : thrown.getCause().getClass() + thrown.getCause().getMessage();
            return thrown.getClass() + " " + thrown.getMessage() + " " + cause;
        }
    }

    private static Object all(ResultSet result) {
        List<Object> all = new ArrayList<>();
        all.add(result.wasApplied());
        all.add(result.isFullyFetched());
        all.add(result.getAvailableWithoutFetching());
        all.add(result.getColumnDefinitions().size());
        for (Row row : result) {
            all.add(row.getFormattedContents());
        }
        all.add(result.getExecutionInfos().size());
        all.add(query(result));
        all.add(result.one());
        return all;
    }

    private static String query(ResultSet result) {
        return result.getExecutionInfo().getRequest() instanceof SimpleStatement simple ? simple.getQuery() : "another";
    }

    private static Object page(AsyncResultSet page) {
        List<Object> all = new ArrayList<>();
        all.add(page.hasMorePages());
        all.add(page.remaining());
        all.add(page.wasApplied());
        page.currentPage().forEach(row -> all.add(row.getFormattedContents()));
        all.add(page.one());
        return all;
    }

    private static Object pagesByHand(CqlSession session) {
        ResultSet result = session.execute(PagedAnswer.QUERY);
        Iterator<Row> rows = result.iterator();
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(result.getAvailableWithoutFetching());
            all.add(result.isFullyFetched());
            all.add(rows.next().getInt(0));
        }
        all.add(rows.hasNext());
        all.add(result.iterator() == rows);
        return all;
    }

    private static Object pagesLater(CqlSession session) throws Exception {
        AsyncResultSet page =
                session.executeAsync(PagedAnswer.QUERY).toCompletableFuture().get();
        List<Object> all = new ArrayList<>(List.of(page(page)));
        CompletableFuture<AsyncResultSet> next = page.fetchNextPage().toCompletableFuture();
        all.add(page(next.get()));
        AsyncResultSet last = next.get().fetchNextPage().toCompletableFuture().get();
        all.add(page(last));
        all.add(last.fetchNextPage());
        return all;
    }

    private static Object prepared(PreparedStatement statement) {
        return statement.getQuery() + statement.getVariableDefinitions().size();
    }

    private static Statement<?> batch() {
        return BatchStatement.newInstance(BatchType.LOGGED)
                .add(SimpleStatement.newInstance("INSERT INTO t (a) VALUES (?)", 1))
                .setConsistencyLevel(DefaultConsistencyLevel.QUORUM);
    }

    private static Object rows(ReactiveResultSet result) {
        List<Object> all = new ArrayList<>(Flux.from(result)
                .map(row -> (Object) row.getFormattedContents())
                .collectList()
                .block());
        all.add(Flux.from(result.getExecutionInfos()).count().block());
        all.add(Flux.from(result.wasApplied()).blockLast());
        all.add(Flux.from(result.getColumnDefinitions()).blockLast().size());
        return all;
    }

    private static Object twice(CqlSession session) {
        ReactiveResultSet result = session.executeReactive(QUERY);
        Flux.from(result).blockLast();
        return Flux.from(result).blockLast();
    }
}

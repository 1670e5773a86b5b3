package io.github.devserver4j.cassandra;

import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import com.datastax.oss.driver.api.core.servererrors.ReadTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.SyntaxError;
import com.datastax.oss.simulacron.common.codec.ConsistencyLevel;
import com.datastax.oss.simulacron.common.result.Result;
import com.datastax.oss.simulacron.common.stubbing.CloseType;
import com.datastax.oss.simulacron.common.stubbing.DisconnectAction;
import com.datastax.oss.simulacron.common.stubbing.PrimeDsl;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors, timeouts and lost servers: the application gets the driver's exception, and the call is shown as failed. */
@Tag("clients")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailuresIT {

    private static final String QUERY = "SELECT * FROM users";

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final CassandraServer server = CassandraServer.start(1);
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
        server.close();
    }

    @BeforeEach
    void reset() {
        server.reset();
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(PrimeDsl.unavailable(ConsistencyLevel.ALL, 3, 1), AllNodesFailedException.class),
                Arguments.of(PrimeDsl.readTimeout(ConsistencyLevel.ALL, 1, 3, false), ReadTimeoutException.class),
                Arguments.of(PrimeDsl.readTimeout(ConsistencyLevel.ALL, 3, 3, false), ReadTimeoutException.class),
                Arguments.of(PrimeDsl.overloaded("busy"), AllNodesFailedException.class),
                Arguments.of(PrimeDsl.serverError("oh"), AllNodesFailedException.class),
                Arguments.of(PrimeDsl.syntaxError("line 1"), SyntaxError.class),
                Arguments.of(PrimeDsl.invalid("no table"), InvalidQueryException.class));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorIsTheDriversOwnAndIsRecorded(Result answer, Class<? extends Throwable> expected) throws Exception {
        server.prime(when(QUERY).then(answer));
        SimpleStatement statement = SimpleStatement.newInstance(QUERY).setIdempotent(true);
        Throwable raw = failure(driver, statement);
        server.cluster().clearLogs();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Throwable traced = failure(session, statement);
            assertThat(traced).isInstanceOf(expected).hasSameClassAs(raw);
            assertThat(withoutNames(traced)).isEqualTo(withoutNames(raw));
            Trace trace = request.finish();

            CassandraCall call = (CassandraCall) trace.calls().get(0);
            assertThat(call.error()).startsWith(expected.getSimpleName() + ": ");
            assertThat(call.lines(TextStyle.TRUNCATED)).startsWith(QUERY, "-- " + call.error());
            assertThat(1 + call.result().retries().size())
                    .as(call.toString())
                    .isEqualTo(server.requests().size());
        }
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorThatComesLaterIsTheDriversOwn(Result answer, Class<? extends Throwable> expected) throws Exception {
        server.prime(when(QUERY).then(answer));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            AtomicReference<Throwable> told = new AtomicReference<>();
            SimpleStatement statement = SimpleStatement.newInstance(QUERY).setIdempotent(true);
            CompletableFuture<AsyncResultSet> future =
                    session.executeAsync(statement).toCompletableFuture();
            CompletableFuture<?> after = future.whenComplete((result, thrown) -> told.set(thrown));
            assertThatThrownBy(after::get).isInstanceOf(ExecutionException.class);
            assertThat(told.get()).isInstanceOf(expected);
            assertThat(request.finishedCalls(CassandraCall.class).get(0).error())
                    .startsWith(expected.getSimpleName());
        }
    }

    private static Throwable failure(CqlSession session, SimpleStatement statement) {
        Throwable thrown = catchThrowable(() -> session.execute(statement));
        assertThat(thrown).isNotNull();
        return thrown;
    }

    /** Nodes and connections have names that change. */
    private static String withoutNames(Throwable thrown) {
        return String.valueOf(thrown.getMessage())
                .replaceAll("0x[0-9a-f]+|hashCode=[0-9a-f]+|[LR]:/127.0.0.1:[0-9]+", "~");
    }

    @Test
    void aLostConnectionIsRecorded() throws Exception {
        try (CassandraServer other = CassandraServer.start(1);
                CqlSession traced = CassandraTracing.create(currentTrace).wrap(other.session());
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            other.prime(when(QUERY)
                    .then(PrimeDsl.closeConnection(DisconnectAction.Scope.CONNECTION, CloseType.DISCONNECT)));
            assertThatThrownBy(() -> traced.execute(QUERY)).isInstanceOf(ClosedConnectionException.class);
            CassandraCall call = request.finishedCalls(CassandraCall.class).get(0);
            assertThat(call.error()).isEqualTo("ClosedConnectionException: Lost connection to remote peer");
            assertThat(call.result().retries()).isEmpty();
            assertThat(other.requests()).hasSize(1);
        }
    }

    @Test
    void aTimeoutOfTheDriverIsRecorded() throws Exception {
        server.prime(when(QUERY).then(PrimeDsl.noResult()));
        SimpleStatement statement = SimpleStatement.newInstance(QUERY).setTimeout(Duration.ofMillis(200));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThatThrownBy(() -> session.execute(statement)).isInstanceOf(DriverTimeoutException.class);
            CassandraCall call = request.finishedCalls(CassandraCall.class).get(0);
            assertThat(call.error()).startsWith("DriverTimeoutException: Query timed out");
            assertThat(call.durationNanos()).isGreaterThan(100_000_000);
        }
    }

    @Test
    void whatCannotBePreparedIsRecorded() throws Exception {
        server.prime(when(QUERY).then(PrimeDsl.syntaxError("line 1")).applyToPrepare());
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThatThrownBy(() -> session.prepare(QUERY)).isInstanceOf(SyntaxError.class);
            assertThatThrownBy(() ->
                            session.prepareAsync(QUERY).toCompletableFuture().get())
                    .hasRootCauseInstanceOf(SyntaxError.class);
            assertThat(request.finishedCalls(CassandraCall.class))
                    .extracting(CassandraCall::error)
                    .containsExactly("SyntaxError: line 1", "SyntaxError: line 1");
        }
    }

    @Test
    void aPageThatFailsIsRecordedWithItsQuery() throws Exception {
        server.cluster().getStubStore().register(new PagedAnswer(3, 1));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            ResultSet result = session.execute(PagedAnswer.QUERY);
            assertThatThrownBy(result::all).isInstanceOf(InvalidQueryException.class);
            AsyncResultSet page = session.executeAsync(PagedAnswer.QUERY)
                    .toCompletableFuture()
                    .get();
            assertThatThrownBy(() -> page.fetchNextPage().toCompletableFuture().get())
                    .hasCauseInstanceOf(InvalidQueryException.class);
            assertThat(request.finishedCalls(CassandraCall.class))
                    .hasSize(2)
                    .allSatisfy(call -> assertThat(call.error()).isEqualTo("InvalidQueryException: no more for you"));
        }
    }

    @Test
    void anAnswerAfterTheRequestIsNotReturnedYet() throws Exception {
        server.prime(when(QUERY).then(PrimeDsl.noRows()).delay(400, TimeUnit.MILLISECONDS));
        CompletableFuture<AsyncResultSet> future;
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            future = session.executeAsync(QUERY).toCompletableFuture();
            CassandraCall call = request.finishedCalls(CassandraCall.class).get(0);
            assertThat(call.lines(TextStyle.TRUNCATED)).containsExactly(QUERY, "-- not returned yet");
        }
        assertThat(future.get(10, TimeUnit.SECONDS).remaining()).isZero();
    }

    @Test
    void theCallIsRecordedBeforeTheApplicationIsTold() throws Exception {
        server.prime(when(QUERY).then(PrimeDsl.noRows()).delay(100, TimeUnit.MILLISECONDS));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            AtomicReference<Trace> trace = new AtomicReference<>();
            AtomicReference<String> thread = new AtomicReference<>();
            CountDownLatch told = new CountDownLatch(1);
            session.executeAsync(QUERY).thenAccept(result -> {
                try {
                    thread.set(Thread.currentThread().getName());
                    trace.set(request.finish());
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                } finally {
                    told.countDown();
                }
            });
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(thread.get()).contains("-io-");
            assertThat(trace.get().calls().get(0).lines(TextStyle.TRUNCATED).get(1))
                    .startsWith("-- 0 rows, from ");
        }
    }

    @Test
    void cancellingCancelsTheDriversQuery() throws Exception {
        server.prime(when(QUERY).then(PrimeDsl.noResult()));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            CompletableFuture<AsyncResultSet> future =
                    session.executeAsync(QUERY).toCompletableFuture();
            assertThat(future.cancel(true)).isTrue();
            assertThat(future.isCancelled()).isTrue();
            assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
            assertThat(request.finishedCalls(CassandraCall.class).get(0).error())
                    .isEqualTo("CancellationException");
        }
    }

    @Test
    void aClosedSessionThrowsWhatItThrows() throws Exception {
        CqlSession closed = CassandraTracing.create(currentTrace).wrap(server.session());
        closed.close();
        assertThat(closed.closeFuture()).isCompleted();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThatThrownBy(() -> closed.execute(QUERY))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Session is closed");
            CassandraCall call = request.finishedCalls(CassandraCall.class).get(0);
            assertThat(call.lines(TextStyle.TRUNCATED))
                    .containsExactly(QUERY, "-- IllegalStateException: Session is closed");
        }
    }

    @Test
    void aStoppedServerIsToldAsTheDriverTellsIt() throws Exception {
        try (CassandraServer other = CassandraServer.start(1);
                CqlSession raw = other.session();
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            CqlSession traced = CassandraTracing.create(currentTrace).wrap(raw);
            other.cluster().stop();
            assertThatThrownBy(() -> traced.execute(QUERY)).isInstanceOf(AllNodesFailedException.class);
            List<CassandraCall> calls = request.finishedCalls(CassandraCall.class);
            assertThat(calls)
                    .singleElement()
                    .extracting(CassandraCall::error, InstanceOfAssertFactories.STRING)
                    .contains("Exception: ");
            assertThat(calls.get(0).result().retries()).isEmpty();
        }
    }
}

package io.github.devserver4j.cassandra;

import com.datastax.dse.driver.api.core.cql.continuous.ContinuousAsyncResultSet;
import com.datastax.dse.driver.api.core.cql.continuous.ContinuousResultSet;
import com.datastax.dse.driver.api.core.cql.continuous.reactive.ContinuousReactiveResultSet;
import com.datastax.dse.driver.api.core.cql.reactive.ReactiveResultSet;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PrepareRequest;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.session.Request;
import com.datastax.oss.driver.api.core.type.reflect.GenericType;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls of one session in the ways they are made: waited for, or with an answer that comes later. Everything
 * the driver throws goes on to the application. Thread-safe.
 */
final class CassandraCalls {

    private final CurrentTrace currentTrace;
    private final CassandraSource source;
    private final PreparedStatements prepared = new PreparedStatements();

    private CassandraCalls(CurrentTrace currentTrace, CassandraSource source) {
        this.currentTrace = currentTrace;
        this.source = source;
    }

    static CassandraCalls of(CurrentTrace currentTrace, CqlSession session) {
        return new CassandraCalls(currentTrace, new CassandraSource(session, currentTrace.secrets()));
    }

    boolean isOf(CurrentTrace other) {
        return currentTrace == other;
    }

    /** The recorder of the present request; null where there is none, and nothing is recorded. */
    @Nullable
    TraceRecorder recorder() {
        return currentTrace.get();
    }

    /** A call that has yet to begin. */
    CassandraExchange exchange(TraceRecorder recorder, CqlRequest request) {
        return new CassandraExchange(recorder, source, request);
    }

    ResultSet query(TraceRecorder recorder, CqlRequest request, Supplier<ResultSet> query) {
        CassandraExchange call = exchange(recorder, request);
        ResultSet result = waitFor(call, query);
        boolean more = Answers.note(call, result);
        call.end();
        return more && !(result instanceof ContinuousResultSet) ? new TracedResultSet(result, call) : result;
    }

    ContinuousResultSet continuousQuery(
            TraceRecorder recorder, CqlRequest request, Supplier<ContinuousResultSet> query) {
        CassandraExchange call = exchange(recorder, request);
        ContinuousResultSet result = waitFor(call, query);
        Answers.note(call, result);
        call.end();
        return result;
    }

    PreparedStatement prepare(TraceRecorder recorder, CqlRequest request, Supplier<PreparedStatement> query) {
        CassandraExchange call = exchange(recorder, request);
        PreparedStatement statement = waitFor(call, query);
        notePrepared(call, statement);
        call.end();
        return statement;
    }

    CompletionStage<AsyncResultSet> queryAsync(
            TraceRecorder recorder, CqlRequest request, Supplier<CompletionStage<AsyncResultSet>> query) {
        CassandraExchange call = exchange(recorder, request);
        return TracedStage.of(send(call, query), call, result -> {
            boolean more = Answers.note(call, result);
            call.end();
            return more ? new TracedAsyncResultSet(result, call) : result;
        });
    }

    CompletionStage<ContinuousAsyncResultSet> continuousQueryAsync(
            TraceRecorder recorder, CqlRequest request, Supplier<CompletionStage<ContinuousAsyncResultSet>> query) {
        CassandraExchange call = exchange(recorder, request);
        return TracedStage.of(send(call, query), call, result -> {
            Answers.note(call, result);
            call.end();
            return result;
        });
    }

    ReactiveResultSet queryReactive(TraceRecorder recorder, CqlRequest request, Supplier<ReactiveResultSet> query) {
        return TracedReactiveResultSet.of(query.get(), exchange(recorder, request));
    }

    ContinuousReactiveResultSet continuousQueryReactive(
            TraceRecorder recorder, CqlRequest request, Supplier<ContinuousReactiveResultSet> query) {
        return new TracedReactiveResultSet.Continuous(query.get(), exchange(recorder, request));
    }

    /** A request of one of the kinds above, given in the driver's general form; others are passed on. */
    @SuppressWarnings("unchecked") // the type that was asked for is the type that is returned
    <R extends Request, T> @Nullable T request(TraceRecorder recorder, R request, GenericType<T> type, CqlSession to) {
        if (request instanceof Statement<?> statement) {
            if (type.equals(Statement.SYNC)) {
                return (T) query(recorder, CqlRequest.of(statement), () -> (ResultSet) to.execute(request, type));
            } else if (type.equals(Statement.ASYNC)) {
                return (T) queryAsync(recorder, CqlRequest.of(statement), () ->
                        (CompletionStage<AsyncResultSet>) to.execute(request, type));
            }
        } else if (request instanceof PrepareRequest) {
            if (type.equals(PrepareRequest.SYNC)) {
                return (T) prepare(
                        recorder, CqlRequest.prepare(request), () -> (PreparedStatement) to.execute(request, type));
            } else if (type.equals(PrepareRequest.ASYNC)) {
                return (T) prepareAsync(recorder, CqlRequest.prepare(request), () ->
                        (CompletionStage<PreparedStatement>) to.execute(request, type));
            }
        }
        return to.execute(request, type);
    }

    CompletionStage<PreparedStatement> prepareAsync(
            TraceRecorder recorder, CqlRequest request, Supplier<CompletionStage<PreparedStatement>> query) {
        CassandraExchange call = exchange(recorder, request);
        return TracedStage.of(send(call, query), call, statement -> {
            notePrepared(call, statement);
            call.end();
            return statement;
        });
    }

    /** Remembers a statement that was prepared outside of a request. */
    PreparedStatement known(PreparedStatement statement) {
        prepared.isKnown(statement);
        return statement;
    }

    /** As {@link #known(PreparedStatement)}, once it is there. */
    CompletionStage<PreparedStatement> known(CompletionStage<PreparedStatement> stage) {
        stage.thenAccept(prepared::isKnown);
        return stage;
    }

    private void notePrepared(CassandraExchange call, @Nullable PreparedStatement statement) {
        try {
            if (statement != null && prepared.isKnown(statement)) {
                call.alreadyPrepared();
            }
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    private static <T> T waitFor(CassandraExchange call, Supplier<T> query) {
        call.begin();
        try {
            return query.get();
        } catch (Throwable thrown) {
            call.failed(thrown);
            throw thrown;
        }
    }

    private static <T> T send(CassandraExchange call, Supplier<T> query) {
        T stage = waitFor(call, query);
        call.sent();
        return stage;
    }
}

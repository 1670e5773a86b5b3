package io.github.devserver4j.cassandra;

import com.datastax.dse.driver.api.core.cql.continuous.ContinuousAsyncResultSet;
import com.datastax.dse.driver.api.core.cql.continuous.ContinuousResultSet;
import com.datastax.dse.driver.api.core.cql.continuous.reactive.ContinuousReactiveResultSet;
import com.datastax.dse.driver.api.core.cql.reactive.ReactiveResultSet;
import com.datastax.dse.driver.api.core.graph.AsyncGraphResultSet;
import com.datastax.dse.driver.api.core.graph.GraphResultSet;
import com.datastax.dse.driver.api.core.graph.GraphStatement;
import com.datastax.dse.driver.api.core.graph.reactive.ReactiveGraphResultSet;
import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PrepareRequest;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.metadata.Metadata;
import com.datastax.oss.driver.api.core.metrics.Metrics;
import com.datastax.oss.driver.api.core.session.Request;
import com.datastax.oss.driver.api.core.type.reflect.GenericType;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Passes everything on to a session, method by method, and records queries and preparations. Its context is the
 * driver's own, which mappers cast. Graph statements are passed on unrecorded. Thread-safe as the session is.
 */
final class TracedSession implements CqlSession {

    private final CqlSession session;
    private final CassandraCalls calls;

    TracedSession(CqlSession session, CassandraCalls calls) {
        this.session = session;
        this.calls = calls;
    }

    boolean isTracedBy(CurrentTrace currentTrace) {
        return calls.isOf(currentTrace);
    }

    @Override
    public ResultSet execute(Statement<?> statement) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.execute(statement)
                : calls.query(recorder, CqlRequest.of(statement), () -> session.execute(statement));
    }

    @Override
    public ResultSet execute(String query) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.execute(query)
                : calls.query(recorder, CqlRequest.of(query, null), () -> session.execute(query));
    }

    @Override
    public ResultSet execute(String query, Object... values) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.execute(query, values)
                : calls.query(recorder, CqlRequest.of(query, values), () -> session.execute(query, values));
    }

    @Override
    public ResultSet execute(String query, Map<String, Object> values) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.execute(query, values)
                : calls.query(recorder, CqlRequest.of(query, values), () -> session.execute(query, values));
    }

    @Override
    public CompletionStage<AsyncResultSet> executeAsync(Statement<?> statement) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.executeAsync(statement)
                : calls.queryAsync(recorder, CqlRequest.of(statement), () -> session.executeAsync(statement));
    }

    @Override
    public CompletionStage<AsyncResultSet> executeAsync(String query) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.executeAsync(query)
                : calls.queryAsync(recorder, CqlRequest.of(query, null), () -> session.executeAsync(query));
    }

    @Override
    public CompletionStage<AsyncResultSet> executeAsync(String query, Object... values) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.executeAsync(query, values)
                : calls.queryAsync(recorder, CqlRequest.of(query, values), () -> session.executeAsync(query, values));
    }

    @Override
    public CompletionStage<AsyncResultSet> executeAsync(String query, Map<String, Object> values) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.executeAsync(query, values)
                : calls.queryAsync(recorder, CqlRequest.of(query, values), () -> session.executeAsync(query, values));
    }

    @Override
    public PreparedStatement prepare(SimpleStatement statement) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? calls.known(session.prepare(statement))
                : calls.prepare(recorder, CqlRequest.prepare(statement), () -> session.prepare(statement));
    }

    @Override
    public PreparedStatement prepare(String query) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? calls.known(session.prepare(query))
                : calls.prepare(recorder, CqlRequest.prepare(query), () -> session.prepare(query));
    }

    @Override
    public PreparedStatement prepare(PrepareRequest request) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? calls.known(session.prepare(request))
                : calls.prepare(recorder, CqlRequest.prepare(request), () -> session.prepare(request));
    }

    @Override
    public CompletionStage<PreparedStatement> prepareAsync(SimpleStatement statement) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? calls.known(session.prepareAsync(statement))
                : calls.prepareAsync(recorder, CqlRequest.prepare(statement), () -> session.prepareAsync(statement));
    }

    @Override
    public CompletionStage<PreparedStatement> prepareAsync(String query) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? calls.known(session.prepareAsync(query))
                : calls.prepareAsync(recorder, CqlRequest.prepare(query), () -> session.prepareAsync(query));
    }

    @Override
    public CompletionStage<PreparedStatement> prepareAsync(PrepareRequest request) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? calls.known(session.prepareAsync(request))
                : calls.prepareAsync(recorder, CqlRequest.prepare(request), () -> session.prepareAsync(request));
    }

    @Override
    public ReactiveResultSet executeReactive(Statement<?> statement) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.executeReactive(statement)
                : calls.queryReactive(recorder, CqlRequest.of(statement), () -> session.executeReactive(statement));
    }

    @Override
    public ReactiveResultSet executeReactive(String query) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.executeReactive(query)
                : calls.queryReactive(recorder, CqlRequest.of(query, null), () -> session.executeReactive(query));
    }

    @Override
    public ReactiveResultSet executeReactive(String query, Object... values) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.executeReactive(query, values)
                : calls.queryReactive(
                        recorder, CqlRequest.of(query, values), () -> session.executeReactive(query, values));
    }

    @Override
    public ReactiveResultSet executeReactive(String query, Map<String, Object> values) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.executeReactive(query, values)
                : calls.queryReactive(
                        recorder, CqlRequest.of(query, values), () -> session.executeReactive(query, values));
    }

    @Override
    public ContinuousResultSet executeContinuously(Statement<?> statement) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.executeContinuously(statement)
                : calls.continuousQuery(
                        recorder, CqlRequest.of(statement), () -> session.executeContinuously(statement));
    }

    @Override
    public CompletionStage<ContinuousAsyncResultSet> executeContinuouslyAsync(Statement<?> statement) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.executeContinuouslyAsync(statement)
                : calls.continuousQueryAsync(
                        recorder, CqlRequest.of(statement), () -> session.executeContinuouslyAsync(statement));
    }

    @Override
    public ContinuousReactiveResultSet executeContinuouslyReactive(String query) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.executeContinuouslyReactive(query)
                : calls.continuousQueryReactive(
                        recorder, CqlRequest.of(query, null), () -> session.executeContinuouslyReactive(query));
    }

    @Override
    public ContinuousReactiveResultSet executeContinuouslyReactive(Statement<?> statement) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.executeContinuouslyReactive(statement)
                : calls.continuousQueryReactive(
                        recorder, CqlRequest.of(statement), () -> session.executeContinuouslyReactive(statement));
    }

    @Override
    public <RequestT extends Request, ResultT> @Nullable ResultT execute(
            RequestT request, GenericType<ResultT> resultType) {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? session.execute(request, resultType)
                : calls.request(recorder, request, resultType, session);
    }

    @Override
    public GraphResultSet execute(GraphStatement<?> statement) {
        return session.execute(statement);
    }

    @Override
    public CompletionStage<AsyncGraphResultSet> executeAsync(GraphStatement<?> statement) {
        return session.executeAsync(statement);
    }

    @Override
    public ReactiveGraphResultSet executeReactive(GraphStatement<?> statement) {
        return session.executeReactive(statement);
    }

    @Override
    public String getName() {
        return session.getName();
    }

    @Override
    public Metadata getMetadata() {
        return session.getMetadata();
    }

    @Override
    public boolean isSchemaMetadataEnabled() {
        return session.isSchemaMetadataEnabled();
    }

    @Override
    public CompletionStage<Metadata> setSchemaMetadataEnabled(@Nullable Boolean newValue) {
        return session.setSchemaMetadataEnabled(newValue);
    }

    @Override
    public CompletionStage<Metadata> refreshSchemaAsync() {
        return session.refreshSchemaAsync();
    }

    @Override
    public Metadata refreshSchema() {
        return session.refreshSchema();
    }

    @Override
    public CompletionStage<Boolean> checkSchemaAgreementAsync() {
        return session.checkSchemaAgreementAsync();
    }

    @Override
    public boolean checkSchemaAgreement() {
        return session.checkSchemaAgreement();
    }

    @Override
    public DriverContext getContext() {
        return session.getContext();
    }

    @Override
    public Optional<CqlIdentifier> getKeyspace() {
        return session.getKeyspace();
    }

    @Override
    public Optional<Metrics> getMetrics() {
        return session.getMetrics();
    }

    @Override
    public CompletionStage<Void> closeFuture() {
        return session.closeFuture();
    }

    @Override
    public boolean isClosed() {
        return session.isClosed();
    }

    @Override
    public CompletionStage<Void> closeAsync() {
        return session.closeAsync();
    }

    @Override
    public CompletionStage<Void> forceCloseAsync() {
        return session.forceCloseAsync();
    }

    @Override
    public void close() {
        session.close();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TracedSession traced && traced.session.equals(session);
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }

    @Override
    public String toString() {
        return session.toString();
    }
}

package io.github.devserver4j.jdbc;

import io.github.devserver4j.sql.LongStatements;
import io.github.devserver4j.sql.SqlDialect;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What {@link TracingStatement}, {@link TracingPreparedStatement} and {@link TracingCallableStatement} have in common:
 * begins the record of an execution, for the request that the executing thread works for, collects batches, and gives
 * out result sets that lead back to the statement. As little thread-safe as the statement it belongs to.
 */
final class StatementExecutor {

    private final Statement raw;
    private final TracingConnection connection;
    private final SqlStatement.@Nullable Type preparedType;
    private final @Nullable Parameters parameters;
    private @Nullable Statement facade;
    private int fetchSize;
    private @Nullable Batch batch;
    private @Nullable SqlExecution execution;
    private @Nullable TracingResultSet current;

    private StatementExecutor(
            Statement raw,
            TracingConnection connection,
            SqlStatement.@Nullable Type type,
            @Nullable Parameters parameters) {
        this.raw = raw;
        this.connection = connection;
        this.preparedType = type;
        this.parameters = parameters;
    }

    static StatementExecutor plain(Statement raw, TracingConnection connection) {
        return new StatementExecutor(raw, connection, null, null);
    }

    static StatementExecutor prepared(Statement raw, TracingConnection connection, Parameters parameters) {
        return new StatementExecutor(raw, connection, null, parameters);
    }

    static StatementExecutor callable(Statement raw, TracingConnection connection, Parameters parameters) {
        return new StatementExecutor(raw, connection, SqlStatement.Type.CALL, parameters);
    }

    /** Tells how the application sees the statement. */
    <T extends Statement> T exposed(T facade) {
        this.facade = facade;
        return facade;
    }

    Statement facade() {
        return facade == null ? raw : facade;
    }

    /** Begins an execution of a statement given as text; null if it is not recorded. */
    @Nullable
    SqlExecution begin(SqlStatement.Type type, String sql) {
        TraceRecorder recorder = start();
        execution = recorder == null ? null : begin(recorder, type, sql, Bindings.NONE);
        return execution;
    }

    /** Begins an execution of the prepared statement; null if it is not recorded. */
    @Nullable
    SqlExecution begin(SqlStatement.Type type, Parameters values) {
        TraceRecorder recorder = start();
        execution = recorder == null ? null : begin(recorder, preparedType == null ? type : preparedType, values);
        return execution;
    }

    /** Begins an execution of the batch, which is empty then, whatever comes of it; null if it is not recorded. */
    @Nullable
    SqlExecution beginBatch() {
        TraceRecorder recorder = start();
        Batch collected = batch;
        batch = null;
        execution = recorder == null ? null : begin(recorder, collected == null ? new Batch() : collected);
        return execution;
    }

    /** Leads from a result of this statement's present execution back to it; the same proxy for the same result. */
    @SuppressWarnings("ReferenceEquality")
    @Nullable
    ResultSet result(@Nullable ResultSet result) {
        if (result == null) {
            return null;
        }
        TracingResultSet known = current;
        if (known == null || known.raw() != result) {
            known = TracingResultSet.of(result, connection, this, execution);
            current = known;
        }
        return known.facade();
    }

    /** A result set that is no result of the application's statement, such as generated keys. */
    @Nullable
    ResultSet uncounted(@Nullable ResultSet result) {
        return result == null
                ? null
                : TracingResultSet.of(result, connection, this, null).facade();
    }

    /** A value that the driver gave, in which a cursor is a result of the execution. */
    @Nullable
    Object value(@Nullable Object value) {
        return value instanceof ResultSet cursor
                ? TracingResultSet.of(cursor, connection, null, execution).facade()
                : value;
    }

    /** As {@link #value(Object)}, where the application asked for a type. */
    <T> @Nullable T value(@Nullable T value, Class<T> type) {
        return type == ResultSet.class ? type.cast(value(value)) : value;
    }

    /** The fetch size that the application set; 0 if it did not. */
    int fetchSize() {
        return fetchSize;
    }

    void fetchSize(int rows) {
        fetchSize = rows;
    }

    boolean moreResults(JdbcWork<Boolean> work) throws SQLException {
        SqlExecution running = execution;
        current = null;
        if (running == null) {
            return work.run();
        }
        running.nextResult();
        try {
            return work.run();
        } catch (Throwable thrown) {
            running.failedLater(thrown);
            throw thrown;
        }
    }

    /** Notes an update count that the application asked for. */
    void updateCount(long count) {
        if (execution != null) {
            execution.updateCount(count);
        }
    }

    void addBatch(String sql) {
        batch().add(sql);
    }

    void addBatch(Parameters values) {
        try {
            batch().add(values);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    void clearBatch() {
        batch = null;
    }

    void closed() {
        if (execution != null) {
            execution.complete();
            execution = null; // a pool may keep the statement, and the request must not stay with it
        }
    }

    /** The proxy of the connection that the driver named; null if it named none. */
    @Nullable
    Connection connectionFor(@Nullable Connection driversConnection) {
        return driversConnection == null ? null : connection.facade();
    }

    /** A new execution closes the results of the last. */
    private @Nullable TraceRecorder start() {
        closed();
        current = null;
        TraceRecorder recorder = connection.recorder();
        if (recorder == null) {
            connection.writes().add();
        }
        return recorder;
    }

    private @Nullable SqlExecution begin(TraceRecorder recorder, SqlStatement.Type type, Parameters values) {
        try {
            return begin(recorder, type, values.getStatementQuery(), Bindings.of(values));
        } catch (Throwable fault) {
            Faults.report(fault);
            return null;
        }
    }

    private @Nullable SqlExecution begin(TraceRecorder recorder, Batch collected) {
        try {
            String script = collected.script();
            String sql = script != null ? script : parameters == null ? "" : parameters.getStatementQuery();
            return begin(recorder, SqlStatement.Type.BATCH, sql, collected.bindings());
        } catch (Throwable fault) {
            Faults.report(fault);
            return null;
        }
    }

    private @Nullable SqlExecution begin(
            TraceRecorder recorder, SqlStatement.Type type, String sql, Bindings bindings) {
        connection.writes().add(type, sql);
        try {
            return execution(connection, connection.dialect(), recorder, type, sql, bindings, recorder.now());
        } catch (Throwable fault) {
            Faults.report(fault);
            return null;
        }
    }

    /** The record of an execution that began at a given time. */
    static SqlExecution execution(
            TracingConnection connection,
            SqlDialect dialect,
            TraceRecorder recorder,
            SqlStatement.Type type,
            String sql,
            Bindings bindings,
            long startNanos) {
        boolean cut = LongStatements.isLong(sql);
        String kept = cut ? LongStatements.cut(sql, dialect, bindings.hash(sql)) : sql;
        Bindings values = cut ? bindings.withoutValues() : bindings;
        return new SqlExecution(
                recorder, type, kept, values, dialect, connection.secrets(), connection.activity(), startNanos);
    }

    private Batch batch() {
        if (batch == null) {
            batch = new Batch();
        }
        return batch;
    }
}

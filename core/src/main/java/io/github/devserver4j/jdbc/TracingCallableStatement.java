package io.github.devserver4j.jdbc;

import com.p6spy.engine.wrapper.CallableStatementWrapper;
import java.io.InputStream;
import java.io.Reader;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxy of a callable statement: {@link TracingPreparedStatement} with values by name as well, outputs, and cursors
 * among them.
 */
final class TracingCallableStatement extends CallableStatementWrapper implements CallableStatementProxy {

    private final CallableStatement raw;
    private final Parameters parameters;
    private final StatementExecutor executor;

    private TracingCallableStatement(CallableStatement raw, Parameters parameters, StatementExecutor executor) {
        super(raw, parameters, Inert.LISTENER);
        this.raw = raw;
        this.parameters = parameters;
        this.executor = executor;
    }

    /** The statement as the application is to see it. */
    static CallableStatement of(CallableStatement raw, String sql, TracingConnection connection) {
        Parameters parameters = new Parameters(sql, connection);
        StatementExecutor executor = StatementExecutor.callable(raw, connection, parameters);
        TracingCallableStatement statement = new TracingCallableStatement(raw, parameters, executor);
        return executor.exposed(connection.facade(statement, statement, CallableStatement.class));
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public void registerOutParameter(int parameterIndex, int sqlType) throws SQLException {
        raw.registerOutParameter(parameterIndex, sqlType);
        parameters.registerOut(parameterIndex);
    }

    @Override
    public void registerOutParameter(int parameterIndex, int sqlType, int scale) throws SQLException {
        raw.registerOutParameter(parameterIndex, sqlType, scale);
        parameters.registerOut(parameterIndex);
    }

    @Override
    public void registerOutParameter(int parameterIndex, int sqlType, String typeName) throws SQLException {
        raw.registerOutParameter(parameterIndex, sqlType, typeName);
        parameters.registerOut(parameterIndex);
    }

    @Override
    public @Nullable Object getObject(int parameterIndex) throws SQLException {
        return executor.value(raw.getObject(parameterIndex));
    }

    @Override
    public @Nullable Object getObject(int parameterIndex, Map<String, Class<?>> map) throws SQLException {
        return executor.value(raw.getObject(parameterIndex, map));
    }

    @Override
    public <T> @Nullable T getObject(int parameterIndex, Class<T> type) throws SQLException {
        return executor.value(raw.getObject(parameterIndex, type), type);
    }

    @Override
    public void registerOutParameter(String parameterName, int sqlType) throws SQLException {
        raw.registerOutParameter(parameterName, sqlType);
        parameters.registerOut(parameterName);
    }

    @Override
    public void registerOutParameter(String parameterName, int sqlType, int scale) throws SQLException {
        raw.registerOutParameter(parameterName, sqlType, scale);
        parameters.registerOut(parameterName);
    }

    @Override
    public void registerOutParameter(String parameterName, int sqlType, String typeName) throws SQLException {
        raw.registerOutParameter(parameterName, sqlType, typeName);
        parameters.registerOut(parameterName);
    }

    @Override
    public @Nullable Object getObject(String parameterName) throws SQLException {
        return executor.value(raw.getObject(parameterName));
    }

    @Override
    public @Nullable Object getObject(String parameterName, Map<String, Class<?>> map) throws SQLException {
        return executor.value(raw.getObject(parameterName, map));
    }

    @Override
    public <T> @Nullable T getObject(String parameterName, Class<T> type) throws SQLException {
        return executor.value(raw.getObject(parameterName, type), type);
    }

    @Override
    public void setObject(String parameterName, @Nullable Object x) throws SQLException {
        super.setObject(parameterName, JdbcProxy.rawOf(x));
    }

    @Override
    public void setObject(String parameterName, @Nullable Object x, int targetSqlType) throws SQLException {
        super.setObject(parameterName, JdbcProxy.rawOf(x), targetSqlType);
    }

    @Override
    public void setObject(String parameterName, @Nullable Object x, int targetSqlType, int scale) throws SQLException {
        super.setObject(parameterName, JdbcProxy.rawOf(x), targetSqlType, scale);
    }

    @Override
    public void setDate(String parameterName, @Nullable Date x, @Nullable Calendar cal) throws SQLException {
        raw.setDate(parameterName, x, cal);
        parameters.note(parameterName, x, cal);
    }

    @Override
    public void setTime(String parameterName, @Nullable Time x, @Nullable Calendar cal) throws SQLException {
        raw.setTime(parameterName, x, cal);
        parameters.note(parameterName, x, cal);
    }

    @Override
    public void setTimestamp(String parameterName, @Nullable Timestamp x, @Nullable Calendar cal) throws SQLException {
        raw.setTimestamp(parameterName, x, cal);
        parameters.note(parameterName, x, cal);
    }

    @Override
    public void setAsciiStream(String parameterName, InputStream x, int length) throws SQLException {
        raw.setAsciiStream(parameterName, x, length);
        parameters.note(parameterName, Unkept.ofLength("stream", length));
    }

    @Override
    public void setAsciiStream(String parameterName, InputStream x, long length) throws SQLException {
        raw.setAsciiStream(parameterName, x, length);
        parameters.note(parameterName, Unkept.ofLength("stream", length));
    }

    @Override
    public void setBinaryStream(String parameterName, InputStream x, int length) throws SQLException {
        raw.setBinaryStream(parameterName, x, length);
        parameters.note(parameterName, Unkept.ofLength("stream", length));
    }

    @Override
    public void setBinaryStream(String parameterName, InputStream x, long length) throws SQLException {
        raw.setBinaryStream(parameterName, x, length);
        parameters.note(parameterName, Unkept.ofLength("stream", length));
    }

    @Override
    public void setCharacterStream(String parameterName, Reader reader, int length) throws SQLException {
        raw.setCharacterStream(parameterName, reader, length);
        parameters.note(parameterName, Unkept.ofLength("stream", length));
    }

    @Override
    public void setCharacterStream(String parameterName, Reader reader, long length) throws SQLException {
        raw.setCharacterStream(parameterName, reader, length);
        parameters.note(parameterName, Unkept.ofLength("stream", length));
    }

    @Override
    public void setNCharacterStream(String parameterName, Reader value, long length) throws SQLException {
        raw.setNCharacterStream(parameterName, value, length);
        parameters.note(parameterName, Unkept.ofLength("stream", length));
    }

    @Override
    public void setClob(String parameterName, Reader reader, long length) throws SQLException {
        raw.setClob(parameterName, reader, length);
        parameters.note(parameterName, Unkept.ofLength("clob", length));
    }

    @Override
    public void setNClob(String parameterName, Reader reader, long length) throws SQLException {
        raw.setNClob(parameterName, reader, length);
        parameters.note(parameterName, Unkept.ofLength("clob", length));
    }

    @Override
    public void setBlob(String parameterName, InputStream inputStream, long length) throws SQLException {
        raw.setBlob(parameterName, inputStream, length);
        parameters.note(parameterName, Unkept.ofLength("blob", length));
    }

    // From here on as for any prepared statement.

    @Override
    public boolean execute() throws SQLException {
        return InFlightCall.run(executor.begin(SqlStatement.Type.EXECUTE, parameters), raw::execute);
    }

    @Override
    public @Nullable ResultSet executeQuery() throws SQLException {
        return executor.result(
                InFlightCall.run(executor.begin(SqlStatement.Type.QUERY, parameters), raw::executeQuery));
    }

    @Override
    public int executeUpdate() throws SQLException {
        return InFlightCall.run(executor.begin(SqlStatement.Type.UPDATE, parameters), raw::executeUpdate);
    }

    @Override
    public void addBatch() throws SQLException {
        raw.addBatch();
        executor.addBatch(parameters);
    }

    @Override
    public void clearParameters() throws SQLException {
        raw.clearParameters();
        parameters.clear();
    }

    @Override
    public void setObject(int parameterIndex, @Nullable Object x) throws SQLException {
        super.setObject(parameterIndex, JdbcProxy.rawOf(x));
    }

    @Override
    public void setObject(int parameterIndex, @Nullable Object x, int targetSqlType) throws SQLException {
        super.setObject(parameterIndex, JdbcProxy.rawOf(x), targetSqlType);
    }

    @Override
    public void setObject(int parameterIndex, @Nullable Object x, int targetSqlType, int scaleOrLength)
            throws SQLException {
        super.setObject(parameterIndex, JdbcProxy.rawOf(x), targetSqlType, scaleOrLength);
    }

    @Override
    public void setDate(int parameterIndex, @Nullable Date x, @Nullable Calendar cal) throws SQLException {
        raw.setDate(parameterIndex, x, cal);
        parameters.note(parameterIndex, x, cal);
    }

    @Override
    public void setTime(int parameterIndex, @Nullable Time x, @Nullable Calendar cal) throws SQLException {
        raw.setTime(parameterIndex, x, cal);
        parameters.note(parameterIndex, x, cal);
    }

    @Override
    public void setTimestamp(int parameterIndex, @Nullable Timestamp x, @Nullable Calendar cal) throws SQLException {
        raw.setTimestamp(parameterIndex, x, cal);
        parameters.note(parameterIndex, x, cal);
    }

    @Override
    public void setAsciiStream(int parameterIndex, InputStream x, int length) throws SQLException {
        raw.setAsciiStream(parameterIndex, x, length);
        parameters.note(parameterIndex, Unkept.ofLength("stream", length));
    }

    @Override
    public void setAsciiStream(int parameterIndex, InputStream x, long length) throws SQLException {
        raw.setAsciiStream(parameterIndex, x, length);
        parameters.note(parameterIndex, Unkept.ofLength("stream", length));
    }

    @Override
    public void setBinaryStream(int parameterIndex, InputStream x, int length) throws SQLException {
        raw.setBinaryStream(parameterIndex, x, length);
        parameters.note(parameterIndex, Unkept.ofLength("stream", length));
    }

    @Override
    public void setBinaryStream(int parameterIndex, InputStream x, long length) throws SQLException {
        raw.setBinaryStream(parameterIndex, x, length);
        parameters.note(parameterIndex, Unkept.ofLength("stream", length));
    }

    @Override
    public void setCharacterStream(int parameterIndex, Reader reader, int length) throws SQLException {
        raw.setCharacterStream(parameterIndex, reader, length);
        parameters.note(parameterIndex, Unkept.ofLength("stream", length));
    }

    @Override
    public void setCharacterStream(int parameterIndex, Reader reader, long length) throws SQLException {
        raw.setCharacterStream(parameterIndex, reader, length);
        parameters.note(parameterIndex, Unkept.ofLength("stream", length));
    }

    @Override
    public void setNCharacterStream(int parameterIndex, Reader value, long length) throws SQLException {
        raw.setNCharacterStream(parameterIndex, value, length);
        parameters.note(parameterIndex, Unkept.ofLength("stream", length));
    }

    @Override
    public void setClob(int parameterIndex, Reader reader, long length) throws SQLException {
        raw.setClob(parameterIndex, reader, length);
        parameters.note(parameterIndex, Unkept.ofLength("clob", length));
    }

    @Override
    public void setNClob(int parameterIndex, Reader reader, long length) throws SQLException {
        raw.setNClob(parameterIndex, reader, length);
        parameters.note(parameterIndex, Unkept.ofLength("clob", length));
    }

    @Override
    public void setBlob(int parameterIndex, InputStream inputStream, long length) throws SQLException {
        raw.setBlob(parameterIndex, inputStream, length);
        parameters.note(parameterIndex, Unkept.ofLength("blob", length));
    }

    @Override
    @Deprecated
    public void setUnicodeStream(int parameterIndex, InputStream x, int length) throws SQLException {
        raw.setUnicodeStream(parameterIndex, x, length);
        parameters.note(parameterIndex, Unkept.ofLength("stream", length));
    }

    // What follows is the same for statements of all sorts: p6spy has a superclass of its own for each.

    @Override
    public @Nullable ResultSet executeQuery(String sql) throws SQLException {
        return executor.result(
                InFlightCall.run(executor.begin(SqlStatement.Type.QUERY, sql), () -> raw.executeQuery(sql)));
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return InFlightCall.run(executor.begin(SqlStatement.Type.EXECUTE, sql), () -> raw.execute(sql));
    }

    @Override
    public boolean execute(String sql, int autoGeneratedKeys) throws SQLException {
        return InFlightCall.run(
                executor.begin(SqlStatement.Type.EXECUTE, sql), () -> raw.execute(sql, autoGeneratedKeys));
    }

    @Override
    public boolean execute(String sql, int[] columnIndexes) throws SQLException {
        return InFlightCall.run(executor.begin(SqlStatement.Type.EXECUTE, sql), () -> raw.execute(sql, columnIndexes));
    }

    @Override
    public boolean execute(String sql, String[] columnNames) throws SQLException {
        return InFlightCall.run(executor.begin(SqlStatement.Type.EXECUTE, sql), () -> raw.execute(sql, columnNames));
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        return InFlightCall.run(executor.begin(SqlStatement.Type.UPDATE, sql), () -> raw.executeUpdate(sql));
    }

    @Override
    public int executeUpdate(String sql, int autoGeneratedKeys) throws SQLException {
        return InFlightCall.run(
                executor.begin(SqlStatement.Type.UPDATE, sql), () -> raw.executeUpdate(sql, autoGeneratedKeys));
    }

    @Override
    public int executeUpdate(String sql, int[] columnIndexes) throws SQLException {
        return InFlightCall.run(
                executor.begin(SqlStatement.Type.UPDATE, sql), () -> raw.executeUpdate(sql, columnIndexes));
    }

    @Override
    public int executeUpdate(String sql, String[] columnNames) throws SQLException {
        return InFlightCall.run(
                executor.begin(SqlStatement.Type.UPDATE, sql), () -> raw.executeUpdate(sql, columnNames));
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return InFlightCall.run(executor.beginBatch(), raw::executeBatch);
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        raw.addBatch(sql);
        executor.addBatch(sql);
    }

    @Override
    public void setFetchSize(int rows) throws SQLException {
        raw.setFetchSize(rows);
        executor.fetchSize(rows);
    }

    @Override
    public void clearBatch() throws SQLException {
        raw.clearBatch();
        executor.clearBatch();
    }

    @Override
    public @Nullable ResultSet getResultSet() throws SQLException {
        return executor.result(raw.getResultSet());
    }

    @Override
    public @Nullable ResultSet getGeneratedKeys() throws SQLException {
        return executor.uncounted(raw.getGeneratedKeys());
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        return executor.moreResults(raw::getMoreResults);
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        return executor.moreResults(() -> raw.getMoreResults(current));
    }

    @Override
    public int getUpdateCount() throws SQLException {
        int count = raw.getUpdateCount();
        executor.updateCount(count);
        return count;
    }

    @Override
    public @Nullable Connection getConnection() throws SQLException {
        return executor.connectionFor(raw.getConnection());
    }

    @Override
    public void close() throws SQLException {
        executor.closed();
        raw.close();
    }

    @Override
    public CallableStatement raw() {
        return raw;
    }

    @Override
    public StatementExecutor executor() {
        return executor;
    }

    @Override
    public Statement facade() {
        return executor.facade();
    }

    @Override
    public <T> T unwrap(Class<T> iface) throws SQLException {
        return JdbcProxy.unwrap(this, iface);
    }

    @Override
    public boolean isWrapperFor(Class<?> iface) throws SQLException {
        return JdbcProxy.isWrapperFor(this, iface);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return JdbcProxy.equal(this, other);
    }

    @Override
    public int hashCode() {
        return raw.hashCode();
    }

    @Override
    public String toString() {
        return raw.toString();
    }
}

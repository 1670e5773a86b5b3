package io.github.devserver4j.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxy of a result set: leads back to the statement it came from, and counts its rows if it is the result of an
 * execution that is recorded.
 */
final class TracingResultSet extends PlainResultSet implements JdbcProxy {

    private final ResultSet raw;
    private final TracingConnection connection;
    private final @Nullable StatementExecutor parent;
    private final @Nullable SqlExecution execution;
    private final @Nullable Fetch fetch;
    private ResultSet facade = this;
    private @Nullable Statement driversStatement;

    private TracingResultSet(
            ResultSet raw,
            TracingConnection connection,
            @Nullable StatementExecutor parent,
            @Nullable SqlExecution execution) {
        super(raw);
        this.raw = raw;
        this.connection = connection;
        this.parent = parent;
        this.execution = execution;
        this.fetch = execution == null ? null : new Fetch(execution, parent == null ? 0 : parent.fetchSize());
    }

    /**
     * The proxy for a result set.
     *
     * @param parent what ran the statement; null if the driver ran one of its own
     * @param execution what its rows are counted to; null if to nothing
     */
    static TracingResultSet of(
            ResultSet raw,
            TracingConnection connection,
            @Nullable StatementExecutor parent,
            @Nullable SqlExecution execution) {
        TracingResultSet resultSet = new TracingResultSet(raw, connection, parent, execution);
        resultSet.facade = connection.facade(resultSet, resultSet, ResultSet.class);
        return resultSet;
    }

    @Override
    public void insertRow() throws SQLException {
        connection.writes().add();
        raw.insertRow();
    }

    @Override
    public void updateRow() throws SQLException {
        connection.writes().add();
        raw.updateRow();
    }

    @Override
    public void deleteRow() throws SQLException {
        connection.writes().add();
        raw.deleteRow();
    }

    @Override
    public boolean next() throws SQLException {
        return fetch == null ? raw.next() : fetch.next(raw);
    }

    @Override
    public boolean previous() throws SQLException {
        boolean onRow = raw.previous();
        if (onRow) {
            movedBy(true, -1);
        } else {
            movedTo(0);
        }
        return onRow;
    }

    @Override
    public boolean relative(int rows) throws SQLException {
        boolean onRow = raw.relative(rows);
        movedBy(onRow, rows);
        return onRow;
    }

    @Override
    public boolean absolute(int row) throws SQLException {
        boolean onRow = raw.absolute(row);
        if (onRow && row > 0) {
            movedTo(row);
        } else {
            movedToUnknown(onRow);
        }
        return onRow;
    }

    @Override
    public boolean first() throws SQLException {
        boolean onRow = raw.first();
        if (onRow) {
            movedTo(1);
        } else if (fetch != null) {
            fetch.empty();
        }
        return onRow;
    }

    @Override
    public boolean last() throws SQLException {
        boolean onRow = raw.last();
        if (onRow) {
            movedToUnknown(true);
        } else if (fetch != null) {
            fetch.empty();
        }
        return onRow;
    }

    @Override
    public void beforeFirst() throws SQLException {
        raw.beforeFirst();
        movedTo(0);
    }

    @Override
    public void afterLast() throws SQLException {
        raw.afterLast();
        movedToUnknown(false);
    }

    /** After {@link #last()} this is how an application learns, and we with it, how many rows there are. */
    @Override
    public int getRow() throws SQLException {
        int row = raw.getRow();
        if (row > 0 && fetch != null) {
            fetch.told(row);
        }
        return row;
    }

    @Override
    public void close() throws SQLException {
        if (fetch != null) {
            fetch.complete();
        }
        raw.close();
    }

    @Override
    public @Nullable Statement getStatement() throws SQLException {
        Statement statement = raw.getStatement();
        if (statement == null || parent != null) {
            return statement == null || parent == null ? null : parent.facade();
        }
        if (driversStatement == null) {
            driversStatement = connection.driversStatement(statement);
        }
        return driversStatement;
    }

    @Override
    public @Nullable Object getObject(int columnIndex) throws SQLException {
        return value(raw.getObject(columnIndex));
    }

    @Override
    public @Nullable Object getObject(String columnLabel) throws SQLException {
        return value(raw.getObject(columnLabel));
    }

    @Override
    public @Nullable Object getObject(int columnIndex, Map<String, Class<?>> map) throws SQLException {
        return value(raw.getObject(columnIndex, map));
    }

    @Override
    public @Nullable Object getObject(String columnLabel, Map<String, Class<?>> map) throws SQLException {
        return value(raw.getObject(columnLabel, map));
    }

    @Override
    public ResultSet raw() {
        return raw;
    }

    @Override
    public ResultSet facade() {
        return facade;
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

    /** A cursor within a row is a result of the same execution. */
    private @Nullable Object value(@Nullable Object value) {
        return value instanceof ResultSet cursor ? of(cursor, connection, null, execution).facade : value;
    }

    private void movedTo(long row) {
        if (fetch != null) {
            fetch.movedTo(row);
        }
    }

    private void movedBy(boolean onRow, long rows) {
        if (fetch != null && onRow) {
            fetch.movedBy(rows);
        } else {
            movedToUnknown(onRow);
        }
    }

    private void movedToUnknown(boolean onRow) {
        if (fetch != null) {
            fetch.movedToUnknown(onRow);
        }
    }
}

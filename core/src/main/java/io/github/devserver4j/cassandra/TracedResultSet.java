package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.ExecutionInfo;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Iterator;
import java.util.List;

/**
 * A result with more than one page, which tells of each page that its reader makes the driver fetch. What the interface
 * does by its iterator ({@code one}, {@code all}, {@code map}) it does by this one's. As thread-safe as the driver's: not.
 */
final class TracedResultSet implements ResultSet {

    private final ResultSet result;
    private final TracedRows rows;

    TracedResultSet(ResultSet result, CassandraExchange call) {
        this.result = result;
        this.rows = new TracedRows(result, call);
    }

    @Override
    public Iterator<Row> iterator() {
        return rows;
    }

    @Override
    public ColumnDefinitions getColumnDefinitions() {
        return result.getColumnDefinitions();
    }

    @Override
    public ExecutionInfo getExecutionInfo() {
        return result.getExecutionInfo();
    }

    @Override
    public List<ExecutionInfo> getExecutionInfos() {
        return result.getExecutionInfos();
    }

    @Override
    public boolean isFullyFetched() {
        return result.isFullyFetched();
    }

    @Override
    public int getAvailableWithoutFetching() {
        return result.getAvailableWithoutFetching();
    }

    @Override
    public boolean wasApplied() {
        return result.wasApplied();
    }

    @Override
    public String toString() {
        return result.toString();
    }
}

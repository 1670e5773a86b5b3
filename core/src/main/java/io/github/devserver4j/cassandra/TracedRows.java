package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Iterator;

/** The rows of a {@link TracedResultSet}; a look for the next one may fetch a page. */
final class TracedRows implements Iterator<Row> {

    private final ResultSet result;
    private final CassandraExchange call;
    private final Iterator<Row> rows;

    TracedRows(ResultSet result, CassandraExchange call) {
        this.result = result;
        this.call = call;
        this.rows = result.iterator();
    }

    @Override
    public boolean hasNext() {
        return mayFetch() ? fetch() : rows.hasNext();
    }

    @Override
    public Row next() {
        if (mayFetch()) {
            fetch();
        }
        return rows.next();
    }

    @Override
    public void remove() {
        rows.remove();
    }

    private boolean mayFetch() {
        return result.getAvailableWithoutFetching() == 0 && !result.isFullyFetched();
    }

    private boolean fetch() {
        int pages = result.getExecutionInfos().size();
        long start = call.now();
        boolean another;
        try {
            another = rows.hasNext();
        } catch (Throwable thrown) {
            call.fetchFailed(thrown, call.now() - start);
            throw thrown;
        }
        if (result.getExecutionInfos().size() > pages) {
            call.fetched(
                    result.getExecutionInfo(),
                    result.getAvailableWithoutFetching(),
                    call.now() - start,
                    result.isFullyFetched());
        }
        return another;
    }
}

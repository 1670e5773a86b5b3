package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.ExecutionInfo;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A page that has a next one, and tells when that is fetched. As thread-safe as the driver's: not. */
final class TracedAsyncResultSet implements AsyncResultSet {

    private final AsyncResultSet page;
    private final CassandraExchange call;

    TracedAsyncResultSet(AsyncResultSet page, CassandraExchange call) {
        this.page = page;
        this.call = call;
    }

    @Override
    public CompletionStage<AsyncResultSet> fetchNextPage() {
        long start = call.now();
        return TracedStage.follow(
                page.fetchNextPage(),
                next -> fetched(next, call.now() - start),
                thrown -> call.fetchFailed(thrown, call.now() - start));
    }

    private AsyncResultSet fetched(AsyncResultSet next, long nanos) {
        boolean more = next.hasMorePages();
        call.fetched(next.getExecutionInfo(), next.remaining(), nanos, !more);
        return more ? new TracedAsyncResultSet(next, call) : next;
    }

    @Override
    public ColumnDefinitions getColumnDefinitions() {
        return page.getColumnDefinitions();
    }

    @Override
    public ExecutionInfo getExecutionInfo() {
        return page.getExecutionInfo();
    }

    @Override
    public int remaining() {
        return page.remaining();
    }

    @Override
    public Iterable<Row> currentPage() {
        return page.currentPage();
    }

    @Override
    public @Nullable Row one() {
        return page.one();
    }

    @Override
    public boolean hasMorePages() {
        return page.hasMorePages();
    }

    @Override
    public boolean wasApplied() {
        return page.wasApplied();
    }

    @Override
    public String toString() {
        return page.toString();
    }
}

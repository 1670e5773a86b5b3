package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.AsyncPagingIterable;
import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.PagingIterable;
import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import io.github.devserver4j.trace.Faults;

/** Reads of a first page what can be read without touching its rows. Throws nothing. */
final class Answers {

    private static final CqlIdentifier APPLIED = CqlIdentifier.fromInternal("[applied]");

    private Answers() {}

    /** Tells the call of its first page; whether there are more. */
    static boolean note(CassandraExchange call, PagingIterable<?> result) {
        try {
            boolean last = result.isFullyFetched();
            boolean applied = !isConditional(result.getColumnDefinitions()) || result.wasApplied();
            call.answered(result.getExecutionInfo(), result.getAvailableWithoutFetching(), last, applied);
            return !last;
        } catch (Throwable fault) {
            Faults.report(fault);
            return false;
        }
    }

    /** As {@link #note(CassandraExchange, PagingIterable)}, of a result that came later. */
    static boolean note(CassandraExchange call, AsyncPagingIterable<?, ?> result) {
        try {
            boolean last = !result.hasMorePages();
            boolean applied = !isConditional(result.getColumnDefinitions()) || result.wasApplied();
            call.answered(result.getExecutionInfo(), result.remaining(), last, applied);
            return !last;
        } catch (Throwable fault) {
            Faults.report(fault);
            return false;
        }
    }

    /** The answer to a conditional statement begins with the column that tells whether it was applied. */
    static boolean isConditional(ColumnDefinitions columns) {
        return columns.size() > 0 && columns.get(0).getName().equals(APPLIED);
    }
}

package io.github.devserver4j.cassandra;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the answer. Immutable.
 *
 * @param rows how many rows the pages hold that were fetched; -1 if it is not known
 * @param pages how many pages were fetched
 * @param complete whether there are no further pages
 * @param fetchNanos how long fetching the pages after the first took, in nanoseconds
 * @param coordinator the address of the node that answered, or of the one that failed last; null if none is known
 * @param retries what the nodes answered that the driver then asked again, or others in their place
 * @param speculative how often the driver asked another node since the answer took long
 * @param applied false for a conditional statement whose condition did not hold
 * @param alreadyPrepared whether the driver had the prepared statement, and asked no server
 * @param consistency the consistency level, where the statement set another one than its profile has; otherwise null
 * @param warnings what the server remarked
 */
public record CqlResult(
        long rows,
        int pages,
        boolean complete,
        long fetchNanos,
        @Nullable String coordinator,
        List<String> retries,
        int speculative,
        boolean applied,
        boolean alreadyPrepared,
        @Nullable String consistency,
        List<String> warnings) {

    public CqlResult {
        retries = List.copyOf(retries);
        warnings = List.copyOf(warnings);
    }

    /** Before an answer has come. */
    static CqlResult unknown() {
        return new CqlResult(-1, 0, true, 0, null, List.of(), 0, true, false, null, List.of());
    }

    CqlResult withWarnings(List<String> others) {
        return new CqlResult(
                rows,
                pages,
                complete,
                fetchNanos,
                coordinator,
                retries,
                speculative,
                applied,
                alreadyPrepared,
                consistency,
                others);
    }

    CqlCounts counts() {
        return new CqlCounts(Math.max(0, pages - 1), retries.size(), speculative, applied, alreadyPrepared);
    }
}

package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.cql.ExecutionInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of a result after its first, as the application fetches them. Thread-safe, bounded. */
final class FurtherPages {

    private static final int MAX_TEXTS = 100;

    private int pages;
    private long rows;
    private long nanos;
    private int speculative;
    private boolean complete;
    private @Nullable Throwable failure;
    private final List<String> retries = new ArrayList<>(0);
    private final List<String> warnings = new ArrayList<>(0);

    synchronized void fetched(ExecutionInfo info, int rowsOfPage, long fetchNanos, boolean last) {
        pages++;
        rows += rowsOfPage;
        nanos += fetchNanos;
        complete = last;
        note(info, null);
        warnings.addAll(info.getWarnings()
                .subList(0, Math.min(room(warnings), info.getWarnings().size())));
    }

    synchronized void failed(Throwable thrown, long fetchNanos) {
        nanos += fetchNanos;
        failure = thrown;
        note(Attempts.infoOf(thrown), thrown);
    }

    private void note(@Nullable ExecutionInfo info, @Nullable Throwable thrown) {
        List<String> more = Attempts.retries(info, thrown);
        retries.addAll(more.subList(0, Math.min(room(retries), more.size())));
        speculative += info == null ? 0 : info.getSpeculativeExecutionCount();
    }

    private static int room(List<String> texts) {
        return Math.max(0, MAX_TEXTS - texts.size());
    }

    synchronized int pages() {
        return pages;
    }

    synchronized long nanos() {
        return nanos;
    }

    synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** What is counted of the first page, and of these. */
    synchronized CqlCounts countedAfter(CqlCounts first) {
        return new CqlCounts(
                pages,
                first.retries() + retries.size(),
                first.speculative() + speculative,
                first.applied(),
                first.alreadyPrepared());
    }

    /** What is known of the first page, and of these. */
    synchronized CqlResult after(CqlResult first) {
        List<String> allRetries = new ArrayList<>(first.retries());
        allRetries.addAll(retries);
        List<String> allWarnings = new ArrayList<>(first.warnings());
        allWarnings.addAll(warnings);
        return new CqlResult(
                first.rows() < 0 ? first.rows() : first.rows() + rows,
                first.pages() + pages,
                complete,
                nanos,
                first.coordinator(),
                allRetries,
                first.speculative() + speculative,
                first.applied(),
                first.alreadyPrepared(),
                first.consistency(),
                allWarnings);
    }
}

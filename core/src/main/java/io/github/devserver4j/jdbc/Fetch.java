package io.github.devserver4j.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Counts and times the rows of one result set for the execution it belongs to. Not thread-safe, as result sets are not.
 *
 * <p>Each of the first {@value #EXACT} calls of {@code next()} is timed, each that follows a slow one, and otherwise
 * every {@value #EVERY}nd, which stands for {@value #EVERY} calls. So a driver that fetches row by row over the network
 * is timed exactly, and rows in memory, of which each costs about as much as reading the clock, are sampled.
 */
final class Fetch {

    private static final int EXACT = 2;
    private static final int EVERY = 32;
    private static final long SLOW_NANOS = 10_000;

    /** The cursor moved to where it can't be told without asking the driver. */
    private static final long UNKNOWN = Long.MIN_VALUE / 2;

    private final SqlExecution execution;
    private long calls;
    private long position;
    private long highest;
    private boolean slow;

    Fetch(SqlExecution execution) {
        this.execution = execution;
        execution.opened();
    }

    boolean next(ResultSet raw) throws SQLException {
        boolean exact = calls < EXACT || slow;
        boolean timed = exact || calls % EVERY == 0;
        calls++;
        long start = timed ? execution.now() : 0;
        boolean more;
        try {
            more = raw.next(); // the only place, or the JIT compiler would not inline it
        } catch (Throwable thrown) {
            execution.failedLater(thrown);
            throw thrown;
        }
        if (timed) {
            took(execution.now() - start, exact ? 1 : EVERY);
        }
        if (more) {
            movedTo(position + 1);
        } else {
            exhausted();
        }
        return more;
    }

    private void took(long nanos, int calls) {
        slow = nanos > SLOW_NANOS;
        execution.addFetchNanos(nanos * calls);
    }

    private void exhausted() {
        position = highest + 1;
        complete();
    }

    /** The result set was closed or read to its end. */
    void complete() {
        execution.complete();
    }

    void movedTo(long row) {
        position = row;
        if (row > highest) {
            execution.addRows(row - highest);
            highest = row;
        }
    }

    /** Moved from where it was, if that is known. */
    void movedBy(long rows) {
        movedTo(position + rows);
    }

    /** On the last row, whichever that is, or before or after all. */
    void movedToUnknown(boolean onRow) {
        if (onRow) {
            movedTo(Math.max(highest, 1));
        }
        position = UNKNOWN;
    }
}

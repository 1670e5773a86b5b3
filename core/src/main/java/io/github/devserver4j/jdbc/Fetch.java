package io.github.devserver4j.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Counts and times the rows of one result set for the execution it belongs to. Not thread-safe, as result sets are not.
 * Which calls of {@code next()} are timed is up to its {@link FetchClock}.
 */
final class Fetch {

    /** The cursor moved to where it can't be told without asking the driver. */
    private static final long UNKNOWN = Long.MIN_VALUE / 2;

    private final SqlExecution execution;
    private final FetchClock clock;
    private long calls;
    private long position;
    private long highest;
    private boolean highestKnown = true;

    /**
     * Begins with none.
     *
     * @param fetchSize how many rows the application told the driver to fetch at once; 0 if it did not
     */
    Fetch(SqlExecution execution, int fetchSize) {
        this.execution = execution;
        this.clock = new FetchClock(fetchSize);
    }

    boolean next(ResultSet raw) throws SQLException {
        long call = calls++;
        boolean timed = clock.isDue(call);
        long start = timed ? execution.now() : 0;
        boolean more;
        try {
            more = raw.next(); // the only place, or the JIT compiler would not inline it
        } catch (Throwable thrown) {
            execution.failedLater(thrown);
            throw thrown;
        } finally {
            if (timed) {
                took(call, start);
            }
        }
        if (more) {
            movedTo(position + 1);
        } else {
            exhausted();
        }
        return more;
    }

    private void took(long call, long start) {
        long end = execution.now();
        clock.timed(call, start, end);
        execution.addFetchNanos(Math.max(0, end - start));
    }

    private void exhausted() {
        if (position >= 0) {
            allRowsSeen();
            position = highest + 1;
        }
        complete();
    }

    /** The highest row it has been on, if any, is the last. */
    private void allRowsSeen() {
        execution.addRows(0);
        highestKnown(true);
    }

    /** There is no row at all. */
    void empty() {
        movedTo(0);
        allRowsSeen();
    }

    private void highestKnown(boolean known) {
        if (known != highestKnown) {
            highestKnown = known;
            execution.rowsKnown(known);
        }
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

    /** The driver told which row this is. */
    void told(long row) {
        movedTo(row);
        highestKnown(true);
    }

    /** On the last row, whichever that is, or before or after all; the driver would have to be asked. */
    void movedToUnknown(boolean onRow) {
        if (onRow) {
            highestKnown(false);
        }
        position = UNKNOWN;
    }
}

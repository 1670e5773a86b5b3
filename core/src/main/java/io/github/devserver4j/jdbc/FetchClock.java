package io.github.devserver4j.jdbc;

/**
 * Decides which calls of {@code next()} are timed, so that all that ask the database are, and few others: reading the
 * clock costs as much as a row in memory. What is measured is never extrapolated; the time of a call that is not timed
 * is missing, so the sum is a lower bound. Not thread-safe.
 *
 * <ol>
 *   <li>Timed are the first two calls, and from then on every {@value #STEP}th, which suits drivers that fetch 10 rows
 *       (Oracle), 100 (H2) or another multiple of ten at once, and the first of each block of the statement's own fetch
 *       size.
 *   <li>Where more time passed between two of these than rows in memory take, either the application was busy, and then
 *       reading the clock does not matter, or the database was asked in between. So all calls are timed for as long as
 *       it takes for the next block to come.
 *   <li>The distance of two slow calls is taken for the driver's block, and the first call of each block is timed.
 * </ol>
 *
 * <p>So of a driver that fetches blocks of an unknown size one trip to the database at most goes unseen.
 */
final class FetchClock {

    private static final int FIRST = 2;
    private static final int STEP = 10;
    private static final long SLOW_NANOS = 10_000;
    private static final long SLOW_STEP_NANOS = 20_000;
    private static final long MAX_SEARCH = 10_000;

    /** The next call to be timed. */
    private long due;

    private long searchedUntil = FIRST;
    private long lastEnd;
    private long slow;
    private boolean slowExactly;
    /** The first call of the block that comes next, and the distance to the one after it; 0 if not known. */
    private long blockStart;

    private long block;

    FetchClock(int fetchSize) {
        block = Math.max(0, fetchSize);
        blockStart = block;
    }

    /** Whether to time this call, the first of which is 0. */
    boolean isDue(long call) {
        return call >= due;
    }

    /** A call that was due took this time. */
    void timed(long call, long start, long end) {
        if (call >= searchedUntil && start - lastEnd > SLOW_STEP_NANOS) {
            search(call, call - slow);
            slow = call;
            slowExactly = false;
        }
        if (end - start > SLOW_NANOS) {
            slow(call);
        }
        lastEnd = end;
        due = call + 1 < searchedUntil ? call + 1 : next(call);
    }

    private void slow(long call) {
        if (slowExactly && call > slow) {
            block = call - slow;
            blockStart = call;
        } else {
            search(call, call - slow);
        }
        slow = call;
        slowExactly = true;
    }

    private void search(long call, long distance) {
        searchedUntil = Math.max(searchedUntil, call + Math.min(distance, MAX_SEARCH) + STEP);
    }

    private long next(long call) {
        long step = call - call % STEP + STEP;
        if (block == 0) {
            return step;
        }
        while (blockStart <= call) {
            blockStart += block;
        }
        return Math.min(step, blockStart);
    }
}

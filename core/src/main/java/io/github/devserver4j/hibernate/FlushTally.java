package io.github.devserver4j.hibernate;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Tally;
import java.util.Locale;

/**
 * Sums up a request's flushes:
 *
 * <pre>
 * 1 flush: 3 entities checked, 3 written
 * 3 flushes, 2 of them before a query: 31 entities checked, 4 written
 * 1 flush, 100 dirty checks before a query: 10,100 entities checked, 1 written
 * </pre>
 *
 * Says nothing where nothing was written and fewer than {@value #MANY} entities were checked: that is every transaction.
 * Not thread-safe.
 */
final class FlushTally implements Tally {

    private static final long MANY = 100;
    private static final String BEFORE_QUERY = " before a query";

    private long flushes;
    private long beforeQuery;
    private long checksOnly;
    private long checked;
    private long written;
    private long durationNanos;

    @Override
    public void add(Call call) {
        FlushCall flush = (FlushCall) call;
        flushes += flush.done() ? 1 : 0;
        beforeQuery += flush.done() && flush.beforeQuery() ? 1 : 0;
        checksOnly += flush.done() ? 0 : 1;
        checked += flush.checked();
        written += flush.written();
        durationNanos += flush.durationNanos();
    }

    @Override
    public void addAll(Tally other) {
        FlushTally that = (FlushTally) other;
        flushes += that.flushes;
        beforeQuery += that.beforeQuery;
        checksOnly += that.checksOnly;
        checked += that.checked;
        written += that.written;
        durationNanos += that.durationNanos;
    }

    @Override
    public long count() {
        return flushes + checksOnly;
    }

    @Override
    public long durationNanos() {
        return durationNanos;
    }

    @Override
    public String summary() {
        if (written == 0 && checked < MANY) {
            return "";
        }
        String entities = checked == 1 ? "entity" : "entities";
        return flushes()
                + checksOnly()
                + String.format(Locale.ROOT, ": %,d %s checked, %,d written", checked, entities, written);
    }

    private String flushes() {
        String all = flushes == 1 ? "1 flush" : flushes + " flushes";
        if (beforeQuery == 0) {
            return all;
        }
        return beforeQuery == flushes ? all + BEFORE_QUERY : all + ", " + beforeQuery + " of them" + BEFORE_QUERY;
    }

    private String checksOnly() {
        if (checksOnly == 0) {
            return "";
        }
        return ", " + checksOnly + (checksOnly == 1 ? " dirty check" : " dirty checks") + BEFORE_QUERY;
    }
}

package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Tally;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts queries and duplicates: {@code 2 queries with 0 duplicates}. Commits and waits add their time alone.
 *
 * <p>Duplicates are queries minus distinct {@link Call#identity()}. Past {@value #MAX_DISTINCT} different queries
 * further new ones are taken for distinct, so the number is a lower bound then, and is said to be one.
 */
final class SqlTally implements Tally {

    static final int MAX_DISTINCT = 10_000;

    private final Set<Object> identities = new HashSet<>();
    private long queries;
    private long duplicates;
    private long durationNanos;
    private boolean lowerBound;

    @Override
    public void add(Call call) {
        durationNanos += call.durationNanos();
        if (call instanceof Query) {
            queries++;
            countDuplicate(call.identity());
        }
    }

    private void countDuplicate(Object identity) {
        if (identities.contains(identity)) {
            duplicates++;
        } else if (identities.size() < MAX_DISTINCT) {
            identities.add(identity);
        } else {
            lowerBound = true;
        }
    }

    /** What the other has counted as the first of its identity may be known here. */
    @Override
    public void addAll(Tally other) {
        SqlTally that = (SqlTally) other;
        that.identities.forEach(this::countDuplicate);
        queries += that.queries;
        duplicates += that.duplicates;
        durationNanos += that.durationNanos;
        lowerBound |= that.lowerBound;
    }

    @Override
    public long count() {
        return queries;
    }

    @Override
    public long durationNanos() {
        return durationNanos;
    }

    @Override
    public String summary() {
        return queries + " queries with " + (lowerBound ? "at least " : "") + duplicates + " duplicates";
    }
}

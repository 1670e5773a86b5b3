package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Duplicates;
import io.github.devserver4j.trace.Tally;

/**
 * Counts queries and duplicates: {@code 2 queries with 0 duplicates}. Commits and waits add their time alone.
 *
 * <p>See {@link Duplicates} for what counts as one.
 */
final class SqlTally implements Tally {

    private final Duplicates duplicates = new Duplicates();
    private long queries;
    private long durationNanos;

    @Override
    public void add(Call call) {
        durationNanos += call.durationNanos();
        if (call instanceof Query) {
            queries++;
            duplicates.add(call.identity());
        }
    }

    @Override
    public void addAll(Tally other) {
        SqlTally that = (SqlTally) other;
        queries += that.queries;
        duplicates.addAll(that.duplicates);
        durationNanos += that.durationNanos;
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
        return queries + " queries with " + duplicates;
    }
}

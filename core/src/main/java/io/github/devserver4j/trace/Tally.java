package io.github.devserver4j.trace;

/**
 * Sums up the calls of one kind in one request, those included that are past the recorder's limit. Not thread-safe: a
 * recorder guards its own. Bounded: a request may make calls without end, and all of them are added.
 */
public interface Tally {

    /** Counts a call of this tally's kind. */
    void add(Call call);

    /** Counts the calls that another tally of the same kind has counted. */
    void addAll(Tally other);

    /** How many calls count, as on the access line: for SQL the queries, without commits. */
    long count();

    /** The time of all calls together, in nanoseconds. */
    long durationNanos();

    /** The summary line's text: {@code 2 queries with 0 duplicates}; empty for kinds that are not summed up. */
    String summary();
}

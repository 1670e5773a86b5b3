package io.github.devserver4j.trace;

/**
 * What a {@link Tally} came to.
 *
 * @param kind the kind of calls
 * @param count how many count
 * @param durationNanos the time of all of them, in nanoseconds
 * @param summary the summary line's text
 */
public record KindTotal(CallKind kind, long count, long durationNanos, String summary) {

    static KindTotal of(CallKind kind, Tally tally) {
        return new KindTotal(kind, tally.count(), tally.durationNanos(), tally.summary());
    }
}

package io.github.devserver4j.trace;

/**
 * Calls of one operation past the recorder's limit, which were counted and not kept one by one.
 *
 * @param example the first of them
 * @param count how many there were
 * @param durationNanos the time of all of them, in nanoseconds
 */
public record CallGroup(Call example, long count, long durationNanos) {}

package io.github.devserver4j.dynamodb;

import org.jspecify.annotations.Nullable;

/** The pages of one query, from the first on: what they sum up to, and where the next one begins. Thread-safe. */
final class PageGroup {

    private final DynamoDbExchange first;
    private Answer sum;
    private long durationNanos;
    private @Nullable Object end;

    /** A page that has ended, and others may follow. */
    PageGroup(DynamoDbExchange first, Object end) {
        this.first = first;
        this.end = end;
        this.sum = first.answer();
        this.durationNanos = first.durationNanos();
    }

    DynamoDbExchange first() {
        return first;
    }

    synchronized boolean isContinuedBy(DynamoDbExchange page, Object start) {
        return first.isOf(page.trace())
                && first.operation().equals(page.operation())
                && start.equals(end)
                && page.asksAs(first);
    }

    /** Adds a page that has ended before {@code newEnd}, or at the end of all if that is null. */
    synchronized void add(DynamoDbExchange page, @Nullable Object newEnd) {
        sum = sum.plus(page.answer());
        durationNanos += page.durationNanos();
        end = newEnd;
    }

    synchronized Answer sum() {
        return sum;
    }

    synchronized long durationNanos() {
        return durationNanos;
    }
}

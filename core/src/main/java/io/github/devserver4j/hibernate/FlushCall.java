package io.github.devserver4j.hibernate;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallKind;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate compared a session's entities with what it had loaded, and wrote what differed. Not listed by itself: its
 * statements are. Immutable.
 *
 * @param startNanos when it began, as a reading of the recorder's clock, in nanoseconds
 * @param durationNanos how long it took, its statements included
 * @param beforeQuery whether a query asked for it, so that it finds what was changed
 * @param done whether anything was written; before a query that no change matters to, entities are but compared
 * @param checked how many entities were compared
 * @param written how many of them were inserted, updated or deleted
 */
public record FlushCall(
        long startNanos, long durationNanos, boolean beforeQuery, boolean done, int checked, int written)
        implements Call {

    @Override
    public CallKind kind() {
        return HibernateKind.HIBERNATE;
    }

    @Override
    public String summary() {
        return done ? "flush" : "dirty check";
    }

    @Override
    public @Nullable String error() {
        return null;
    }

    @Override
    public @Nullable StackTraceElement callSite() {
        return null;
    }

    @Override
    public boolean listed() {
        return false;
    }
}

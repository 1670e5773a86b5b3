package io.github.devserver4j.trace;

import org.jspecify.annotations.Nullable;

/** The final form of a {@link RemoteCall}: a record with a {@link Timing}. */
public interface TimedCall extends Call {

    /** When it was made, from where, and how it ended. */
    Timing timing();

    @Override
    default long startNanos() {
        return timing().startNanos();
    }

    @Override
    default long durationNanos() {
        return timing().durationNanos();
    }

    @Override
    default @Nullable String error() {
        return timing().error();
    }

    @Override
    default @Nullable StackTraceElement callSite() {
        return timing().callSite();
    }
}

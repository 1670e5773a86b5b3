package io.github.devserver4j.trace;

/** A clock for durations, in nanoseconds from an arbitrary origin. Tests give one of their own. Thread-safe. */
@FunctionalInterface
public interface Ticker {

    /** The current reading, in nanoseconds; only the difference of two readings means anything. */
    long read();

    /** The JVM's monotonic clock, {@link System#nanoTime()}. */
    static Ticker system() {
        return System::nanoTime;
    }
}

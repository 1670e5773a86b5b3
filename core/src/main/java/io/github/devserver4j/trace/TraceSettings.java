package io.github.devserver4j.trace;

/**
 * What all recorders of a {@link Tracer} have in common.
 *
 * @param ticker the clock of durations
 * @param callLimit how many calls a request keeps one by one; further ones are counted by operation
 * @param callSites where calls came from
 */
public record TraceSettings(Ticker ticker, int callLimit, CallSites callSites) {

    /** The {@link #callLimit} that holds where nothing else is set. */
    public static final int DEFAULT_CALL_LIMIT = 2_000;

    public TraceSettings {
        if (callLimit < 1) {
            throw new IllegalArgumentException("callLimit must be at least 1, not " + callLimit);
        }
    }

    /** The system's clock, the default limit, and call sites told by the location of classes. */
    public static TraceSettings defaults() {
        return new TraceSettings(
                Ticker.system(), DEFAULT_CALL_LIMIT, CallSites.of(ApplicationCode.in(java.util.List.of())));
    }
}

package io.github.devserver4j.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a call to another process was made, from where, and how it ended. Immutable.
 *
 * @param startNanos when it began, as a {@link Ticker} reading in nanoseconds
 * @param durationNanos how long it took, in nanoseconds; up to now for a call that has not ended
 * @param ended whether it has returned; a request may be over before a call that it made
 * @param error what went wrong, in one line, or null
 * @param callSite the application's line; null where it was not looked for or not found
 * @param callSiteAssumed whether the line is that of the other rounds of a loop, and was not looked up for this one
 */
public record Timing(
        long startNanos,
        long durationNanos,
        boolean ended,
        @Nullable String error,
        @Nullable StackTraceElement callSite,
        boolean callSiteAssumed) {

    /** What a call's last line says: {@code facts}, whether it has ended at all, and the call site, if known. */
    public String note(List<String> facts) {
        List<String> parts = new ArrayList<>(facts);
        if (!ended) {
            parts.add("not returned yet");
        }
        if (callSite != null) {
            parts.add(CallSiteText.of(callSite, callSiteAssumed));
        }
        return String.join(", ", parts);
    }
}

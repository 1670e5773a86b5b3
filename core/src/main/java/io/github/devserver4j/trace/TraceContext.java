package io.github.devserver4j.trace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to in the view of its client, as W3C Trace Context's headers tell it; outgoing calls
 * pass it on unchanged. Immutable.
 *
 * @param traceparent the header of this name: {@code 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01}
 * @param tracestate the header of this name, several of them joined by commas; null where there was none
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
public record TraceContext(String traceparent, @Nullable String tracestate) {

    /** The name of the header that says which trace it is. */
    public static final String TRACEPARENT = "traceparent";

    /** The name of the header with what vendors add. */
    public static final String TRACESTATE = "tracestate";

    /** Version, trace id and parent id, neither of which is all zeros, and flags; later versions may append parts. */
    private static final Pattern VALID = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?<more>-[!-~]*)?");

    private static final Pattern PRINTABLE = Pattern.compile("[ -~\t]+");

    /** The context that these headers tell; null where there is none or it is not valid and so to be ignored. */
    public static @Nullable TraceContext of(@Nullable String traceparent, @Nullable String tracestate) {
        if (traceparent == null || !isValid(traceparent)) {
            return null;
        }
        boolean sendable = tracestate != null && PRINTABLE.matcher(tracestate).matches();
        return new TraceContext(traceparent, sendable ? tracestate : null);
    }

    private static boolean isValid(String traceparent) {
        Matcher parts = VALID.matcher(traceparent);
        return parts.matches() && (parts.group("more") == null || !traceparent.startsWith("00-"));
    }
}

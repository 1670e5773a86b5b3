package io.github.devserver4j.console;

import io.github.devserver4j.trace.FileSize;
import io.github.devserver4j.trace.KindTotal;
import io.github.devserver4j.trace.ResponseLine;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.Trace;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The last line of a block.
 *
 * <pre>
 * [05/Mar/2012 17:08:27] "GET /api/1.0/show/doi/state HTTP/1.1" 200 1179 (time: 0.15s; sql: 1ms (2q); mem: 1.2 MB)
 * </pre>
 *
 * The form is that of Python's {@code BaseHTTPRequestHandler.log_message} with django-devserver's parentheses. A request
 * that is not over yet has {@code running} in place of status and length. What a thread did that no request
 * asked for:
 *
 * <pre>
 * [05/Mar/2012 17:08:27] background "scheduling-1" (time: 0.15s; sql: 1ms (2q))
 * </pre>
 */
final class AccessLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Secrets secrets;

    AccessLine(Secrets secrets) {
        this.secrets = secrets;
    }

    String of(Trace trace) {
        String answer = trace.request().isBackground() ? background(trace) : request(trace) + " " + response(trace);
        return "[" + TIME.format(trace.end()) + "] " + answer + " (" + measurements(trace) + ")";
    }

    /** {@code background "pool-1-thread-2"}, and whether it still runs. */
    private static String background(Trace trace) {
        String name = Printable.of(trace.request().target());
        return "background \"" + name + "\"" + (trace.response() == null ? " running" : "");
    }

    private String request(Trace trace) {
        String target = secrets.maskQuery(trace.request().target());
        return "\""
                + Printable.of(trace.request().method() + " " + target + " "
                        + trace.request().protocol())
                + "\"";
    }

    private static String response(Trace trace) {
        ResponseLine response = trace.response();
        if (response == null) {
            return "running";
        }
        boolean known = response.length() != ResponseLine.UNKNOWN_LENGTH;
        return response.status() + " " + (known ? Long.toString(response.length()) : "-");
    }

    private static String measurements(Trace trace) {
        KindTotal sql = trace.total("sql");
        long sqlMillis = sql == null ? 0 : TimeUnit.NANOSECONDS.toMillis(sql.durationNanos());
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "time: %.2fs; sql: %dms (%dq)%s",
                trace.durationNanos() / NANOS_PER_SECOND,
                sqlMillis,
                sql == null ? 0 : sql.count(),
                memory(trace)));
        if (trace.response() != null && trace.response().exception() != null) {
            text.append("; ").append(trace.response().exception());
        }
        return text.toString();
    }

    private static String memory(Trace trace) {
        if (trace.allocatedBytes() == Trace.UNKNOWN_ALLOCATION) {
            return "; mem: n/a";
        }
        boolean unmeasured = trace.request().isBackground() && trace.allocatedBytes() == 0;
        return unmeasured ? "" : "; mem: " + FileSize.of(trace.allocatedBytes());
    }
}

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
 * that is not over yet has {@code running} in place of status and length.
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
        return "[" + TIME.format(trace.end()) + "] \"" + request(trace) + "\" " + response(trace) + " ("
                + measurements(trace) + ")";
    }

    private String request(Trace trace) {
        String target = secrets.maskQuery(trace.request().target());
        return Printable.of(
                trace.request().method() + " " + target + " " + trace.request().protocol());
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
                "time: %.2fs; sql: %dms (%dq); mem: %s",
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
        return trace.allocatedBytes() == Trace.UNKNOWN_ALLOCATION ? "n/a" : FileSize.of(trace.allocatedBytes());
    }
}

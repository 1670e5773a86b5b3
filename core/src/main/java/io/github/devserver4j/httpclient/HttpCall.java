package io.github.devserver4j.httpclient;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.FileSize;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.TimedCall;
import io.github.devserver4j.trace.Timing;
import java.util.ArrayList;
import java.util.List;

/**
 * One outgoing HTTP call. Immutable. A status of 400 and above is an answer like others; a call without an answer has
 * failed.
 *
 * <pre>
 * GET https://api.example.com/polls/7?page=2 200 1.2 KB, first byte after 110ms, at com.example.Polls.find(Polls.java:57)
 * </pre>
 *
 * @param address what was asked for
 * @param status the status of the answer, the last one where redirects were followed; 0 if none came
 * @param requestBytes the size of the request's body, or {@link #UNKNOWN_BYTES}
 * @param responseBytes the size of what was received of the answer's body, or {@link #UNKNOWN_BYTES}
 * @param firstByteNanos the time until the head of the answer had come, or {@link #UNKNOWN_NANOS}
 * @param redirects how many redirects were followed
 * @param repeats how often the client sent the request again by itself, having failed or been asked to authenticate
 * @param cached whether the answer came out of the client's own cache
 * @param complete whether the body was read to its end
 * @param timing until the body was read to its end or given up; until the answer's head if neither happened
 */
public record HttpCall(
        HttpAddress address,
        int status,
        long requestBytes,
        long responseBytes,
        long firstByteNanos,
        int redirects,
        int repeats,
        boolean cached,
        boolean complete,
        Timing timing)
        implements TimedCall {

    /** A size that is not known. */
    public static final long UNKNOWN_BYTES = -1;

    /** A time that is not known. */
    public static final long UNKNOWN_NANOS = -1;

    private static final int MAX_LINE = 120;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Of quicker calls nobody asks what took the time. */
    private static final long TELLING_MILLIS = 10;

    /** Later than this part of the time, the first byte tells nothing that the whole does not. */
    private static final long TELLING_PERCENT = 80;

    @Override
    public CallKind kind() {
        return HttpKind.HTTP;
    }

    @Override
    public String summary() {
        return address
                + (status == 0 ? "" : " " + status)
                + (responseBytes < 0 ? "" : " " + FileSize.of(responseBytes));
    }

    @Override
    public List<String> lines(TextStyle style) {
        String note = timing.note(facts());
        String error = timing.error();
        String oneLine = note.isEmpty() ? summary() : summary() + ", " + note;
        if (error == null && oneLine.length() <= MAX_LINE) {
            return List.of(oneLine);
        }
        List<String> lines = new ArrayList<>(List.of(summary()));
        if (error != null) {
            lines.add("-- " + error);
        }
        if (!note.isEmpty()) {
            lines.add("-- " + note);
        }
        return lines;
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>();
        if (cached) {
            facts.add("from cache");
        }
        if (requestBytes > 0) {
            facts.add("sent " + FileSize.of(requestBytes));
        }
        if (redirects > 0) {
            facts.add(redirects == 1 ? "1 redirect" : redirects + " redirects");
        }
        if (repeats > 0) {
            facts.add(repeats == 1 ? "sent again once" : "sent again " + repeats + " times");
        }
        if (tellsFirstByte()) {
            facts.add("first byte after " + firstByteNanos / NANOS_PER_MILLI + "ms");
        }
        if (status != 0 && !complete && timing.error() == null) {
            facts.add("body not read to its end");
        }
        return facts;
    }

    /** Whether reading the body took a part of the time that is worth telling apart. */
    private boolean tellsFirstByte() {
        long total = timing.durationNanos();
        return firstByteNanos >= 0
                && total >= TELLING_MILLIS * NANOS_PER_MILLI
                && firstByteNanos < total / 100 * TELLING_PERCENT;
    }

    @Override
    public Object operation() {
        return address.method() + " " + address.path();
    }

    @Override
    public Object identity() {
        return isRead() ? address.identity() : this;
    }

    /** Whether it asks for something, so that asking again is a duplicate. */
    boolean isRead() {
        return isRead(address.method());
    }

    static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}

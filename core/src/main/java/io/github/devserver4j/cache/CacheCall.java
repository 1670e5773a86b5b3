package io.github.devserver4j.cache;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.CallSite;
import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Timing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a cache: {@code users getIfPresent 42: hit}. Immutable. Listed by itself if it failed.
 *
 * <p>A cache hit is the cheapest call there is, so the request's thread only notes a reference to the key; the key's text
 * is made in {@link #finished()}. A key that the application changes afterwards is shown as it is then. The call site of
 * a hit in this JVM is not looked up: that would cost more than many hits.
 *
 * @param source which cache
 * @param action what was asked
 * @param method the name of the client library's method or command
 * @param key the key, or the keys of a call with several; null for a call without one, such as {@code invalidateAll()}.
 *     Its text once {@linkplain #finished() finished}
 * @param hits how many of the keys asked for were there
 * @param misses how many were not; both are zero where the call is not a read that counts
 * @param bytes the size of the values that were read or written, or {@link #UNKNOWN_BYTES}
 * @param startNanos when it began, as a reading of the recorder's clock, in nanoseconds
 * @param durationNanos how long it took, that of a load included; zero for a hit in this JVM, which isn't timed
 * @param ended whether it has returned; a request may be over before its call is
 * @param site the application's line; null where it was not looked for or not found
 * @param failure what was thrown, its text once {@linkplain #finished() finished}; null where nothing was
 */
public record CacheCall(
        CacheSource source,
        CacheAction action,
        String method,
        @Nullable Object key,
        int hits,
        int misses,
        long bytes,
        long startNanos,
        long durationNanos,
        boolean ended,
        @Nullable CallSite site,
        @Nullable Object failure)
        implements Call {

    /** The {@link #bytes} of a call whose values' size is not known. */
    public static final long UNKNOWN_BYTES = -1;

    /** The name that lines call its cache by; null where it has none. */
    public @Nullable String cache() {
        return source.label(key);
    }

    @Override
    public CallKind kind() {
        return CacheKind.CACHE;
    }

    @Override
    public String summary() {
        String keyText = key == null ? "" : " " + source.keyText(key);
        return label() + keyText + result() + (bytes < 0 ? "" : ", " + counted(bytes, "byte"));
    }

    @Override
    public @Nullable String error() {
        return failure instanceof Throwable thrown
                ? source.secrets().maskKey(OneLine.ofThrown(thrown))
                : (String) failure;
    }

    @Override
    public List<String> lines(TextStyle style) {
        List<String> lines = new ArrayList<>(List.of(summary()));
        String error = error();
        if (error != null) {
            lines.add("-- " + error);
        }
        boolean assumed = site != null && site.isAssumed();
        String note = new Timing(startNanos, durationNanos, ended, error, callSite(), assumed).note(List.of());
        if (!note.isEmpty()) {
            lines.add("-- " + note);
        }
        return lines;
    }

    @Override
    public @Nullable StackTraceElement callSite() {
        return site == null ? null : site.element();
    }

    @Override
    public boolean listed() {
        return failure != null || (source.isRemote() && !ended);
    }

    @Override
    public Object operation() {
        return new Operation(source, method);
    }

    @Override
    public String operationText(TextStyle style) {
        return label();
    }

    @Override
    public CacheCall finished() {
        String keyText = key == null ? null : OneLine.of(key);
        return new CacheCall(
                source, action, method, keyText, hits, misses, bytes, startNanos, durationNanos, ended, site, error());
    }

    /** This call with the line of the application that made it. */
    CacheCall at(@Nullable CallSite callSite) {
        return new CacheCall(
                source, action, method, key, hits, misses, bytes, startNanos, durationNanos, ended, callSite, failure);
    }

    /** This call once it is known how long it took and how it ended. */
    CacheCall ended(long duration, @Nullable Throwable thrown) {
        return new CacheCall(
                source, action, method, key, hits, misses, bytes, startNanos, duration, true, site, thrown);
    }

    private String label() {
        String cache = cache();
        return cache == null ? method : cache + " " + method;
    }

    private String result() {
        if (hits + misses == 0) {
            return "";
        }
        if (action == CacheAction.READ) {
            return hits > 0 ? ": hit" : ": miss";
        }
        return ": " + counted(hits, "hit") + ", " + misses + (misses == 1 ? " miss" : " misses");
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private record Operation(CacheSource source, String method) {}
}

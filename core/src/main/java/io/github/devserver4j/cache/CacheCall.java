package io.github.devserver4j.cache;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.TextStyle;
import org.jspecify.annotations.Nullable;

/**
 * One call of a cache: {@code users getIfPresent 42: hit}. Immutable.
 *
 * <p>A cache hit is the cheapest call there is, so the request's thread only notes a reference to the key; the key's text
 * is made in {@link #finished()}. A key that the application changes afterwards is shown as it is then. The call site
 * is not looked up: that would cost more than many hits.
 *
 * @param cache the cache's name; null where it has none
 * @param action what was asked
 * @param method the name of the client library's method or command
 * @param key the key, or the keys of a call with several; null for a call without one, such as {@code invalidateAll()}.
 *     Its text once {@linkplain #finished() finished}
 * @param hits how many of the keys asked for were there
 * @param misses how many were not; both are zero where the call is not a read that counts
 * @param startNanos when it began, as a reading of the recorder's clock, in nanoseconds
 * @param durationNanos how long it took, that of a load included; zero for a hit, which isn't timed
 * @param error what was thrown, in one line, or null
 */
public record CacheCall(
        @Nullable String cache,
        CacheAction action,
        String method,
        @Nullable Object key,
        int hits,
        int misses,
        long startNanos,
        long durationNanos,
        @Nullable String error)
        implements Call {

    @Override
    public CallKind kind() {
        return CacheKind.CACHE;
    }

    @Override
    public String summary() {
        return label() + (key == null ? "" : " " + OneLine.of(key)) + result();
    }

    @Override
    public @Nullable StackTraceElement callSite() {
        return null;
    }

    @Override
    public boolean listed() {
        return false;
    }

    @Override
    public Object operation() {
        return new Operation(cache, method);
    }

    @Override
    public String operationText(TextStyle style) {
        return label();
    }

    @Override
    public CacheCall finished() {
        return key == null ? this : withKey(OneLine.of(key));
    }

    /** This call once it is known how long it took and how it ended. */
    CacheCall ended(long duration, @Nullable Throwable thrown) {
        String failure = thrown == null ? null : OneLine.of(thrown);
        return new CacheCall(cache, action, method, key, hits, misses, startNanos, duration, failure);
    }

    private CacheCall withKey(String text) {
        return new CacheCall(cache, action, method, text, hits, misses, startNanos, durationNanos, error);
    }

    private String label() {
        return cache == null ? method : cache + " " + method;
    }

    private String result() {
        if (hits + misses == 0) {
            return "";
        }
        if (action == CacheAction.BULK_READ) {
            return ": " + hits + (hits == 1 ? " hit, " : " hits, ") + misses + (misses == 1 ? " miss" : " misses");
        }
        return hits > 0 ? ": hit" : ": miss";
    }

    private record Operation(@Nullable String cache, String method) {}
}

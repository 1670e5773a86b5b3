package io.github.devserver4j.cache;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums up a request's cache calls as django-devserver does, and where there were several caches, each of them; then what
 * could be done with fewer calls:
 *
 * <pre>
 * 43 calls made with a 83% hit percentage (5 misses)
 * redis users: 35 calls, 91%
 * events: 8 calls, 50%
 * 31 single reads of redis users at com.example.Votes.names(Votes.java:21): one MGET would do
 * events doi missed 3 times
 * </pre>
 *
 * <p>Every call counts; the percentage truncates, counts reads alone, and is 100 in the first line where nothing was read,
 * as django-devserver has it. Past
 * {@value #MAX_CACHES} caches further ones have one line together. Not thread-safe.
 */
final class CacheTally implements Tally {

    private static final int MAX_CACHES = 20;
    private static final String OTHERS = "others";

    private final CacheCounts all = new CacheCounts();
    private final Map<@Nullable String, CacheCounts> byCache = new LinkedHashMap<>();
    private final CacheLabels labels = new CacheLabels();
    private final SingleReads singleReads = new SingleReads();
    private final RepeatedMisses repeatedMisses = new RepeatedMisses();
    private long durationNanos;

    @Override
    public void add(Call call) {
        CacheCall cacheCall = known(call);
        String cache = labels.of(cacheCall);
        all.add(cacheCall);
        counts(cache).add(cacheCall);
        singleReads.add(cacheCall, cache);
        repeatedMisses.add(cacheCall, cache);
        durationNanos += cacheCall.durationNanos();
    }

    private static CacheCall known(Call call) {
        if (call instanceof PendingCacheCall pending) {
            return pending.call();
        }
        return call instanceof CacheExchange exchange ? exchange.call() : (CacheCall) call;
    }

    private CacheCounts counts(@Nullable String cache) {
        boolean room = byCache.size() < MAX_CACHES || byCache.containsKey(cache);
        return byCache.computeIfAbsent(room ? cache : OTHERS, name -> new CacheCounts());
    }

    @Override
    public void addAll(Tally other) {
        CacheTally that = (CacheTally) other;
        all.addAll(that.all);
        that.byCache.forEach((cache, counts) -> counts(cache).addAll(counts));
        singleReads.addAll(that.singleReads);
        repeatedMisses.addAll(that.repeatedMisses);
        durationNanos += that.durationNanos;
    }

    @Override
    public long count() {
        return all.calls();
    }

    @Override
    public long durationNanos() {
        return durationNanos;
    }

    @Override
    public String summary() {
        StringBuilder summary = new StringBuilder();
        summary.append(all.calls()).append(" calls made with a ").append(all.hitPercentage());
        summary.append("% hit percentage (").append(all.misses()).append(" misses)");
        if (byCache.size() > 1 || all.isRemote()) {
            byCache.forEach((cache, counts) -> summary.append('\n').append(line(cache, counts)));
        }
        singleReads.hints().forEach(hint -> summary.append('\n').append(hint));
        repeatedMisses.hints().forEach(hint -> summary.append('\n').append(hint));
        return summary.toString();
    }

    private static String line(@Nullable String cache, CacheCounts counts) {
        StringBuilder line = new StringBuilder(cache == null ? "unnamed" : cache);
        line.append(": ").append(counts.calls()).append(counts.calls() == 1 ? " call" : " calls");
        if (counts.hasReads()) {
            line.append(", ").append(counts.hitPercentage()).append('%');
        }
        if (counts.failures() > 0) {
            line.append(", ").append(counts.failures()).append(" failed");
        }
        return line.toString();
    }
}

package io.github.devserver4j.cache;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums up a request's cache calls as django-devserver does, and where there were several caches, each of them:
 *
 * <pre>
 * 32 calls made with a 83% hit percentage (5 misses)
 * users: 12 calls, 91%
 * events: 20 calls, 78%
 * </pre>
 *
 * <p>Every call counts; the percentage truncates, counts reads alone, and is 100 where nothing was read. Not
 * thread-safe.
 */
final class CacheTally implements Tally {

    private final Counts all = new Counts();
    private final Map<@Nullable String, Counts> byCache = new LinkedHashMap<>();
    private long durationNanos;

    @Override
    public void add(Call call) {
        CacheCall cacheCall = call instanceof PendingCacheCall pending ? pending.call() : (CacheCall) call;
        all.add(cacheCall);
        byCache.computeIfAbsent(cacheCall.cache(), cache -> new Counts()).add(cacheCall);
        durationNanos += cacheCall.durationNanos();
    }

    @Override
    public void addAll(Tally other) {
        CacheTally that = (CacheTally) other;
        all.addAll(that.all);
        that.byCache.forEach((cache, counts) ->
                byCache.computeIfAbsent(cache, name -> new Counts()).addAll(counts));
        durationNanos += that.durationNanos;
    }

    @Override
    public long count() {
        return all.calls;
    }

    @Override
    public long durationNanos() {
        return durationNanos;
    }

    @Override
    public String summary() {
        StringBuilder summary = new StringBuilder();
        summary.append(all.calls).append(" calls made with a ").append(all.hitPercentage());
        summary.append("% hit percentage (").append(all.misses).append(" misses)");
        if (byCache.size() > 1) {
            byCache.forEach((cache, counts) -> summary.append('\n').append(line(cache, counts)));
        }
        return summary.toString();
    }

    private static String line(@Nullable String cache, Counts counts) {
        String calls = counts.calls + (counts.calls == 1 ? " call, " : " calls, ");
        return (cache == null ? "unnamed" : cache) + ": " + calls + counts.hitPercentage() + "%";
    }

    private static final class Counts {
        private long calls;
        private long hits;
        private long misses;

        void add(CacheCall call) {
            calls++;
            hits += call.hits();
            misses += call.misses();
        }

        void addAll(Counts others) {
            calls += others.calls;
            hits += others.hits;
            misses += others.misses;
        }

        long hitPercentage() {
            return hits + misses == 0 ? 100 : 100 * hits / (hits + misses);
        }
    }
}

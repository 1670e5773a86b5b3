package io.github.devserver4j.cache;

import io.github.devserver4j.trace.CallSiteText;
import io.github.devserver4j.trace.Loops;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds reads of different keys, one by one from one place, that a bulk read could replace. In a cache of this JVM only
 * those count that loaded: anything else is no slower alone. Not thread-safe, bounded.
 */
final class SingleReads {

    /** A miss in this JVM that lasted so long has loaded something; one that has not saves nothing in bulk. */
    private static final long LOAD_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private final Loops<Place> loops = new Loops<>();

    void add(CacheCall call, @Nullable String cache) {
        boolean loaded = call.misses() > 0 && call.durationNanos() >= LOAD_NANOS;
        boolean costly = call.source().isRemote() || loaded;
        StackTraceElement site =
                call.action() == CacheAction.READ && costly && call.failure() == null ? call.callSite() : null;
        if (site != null) {
            // its text once the call is finished; other objects' hash may be anything
            Object key = call.key() instanceof String text ? text : null;
            loops.add(new Place(cache, site, call.source()), key);
        }
    }

    void addAll(SingleReads others) {
        loops.addAll(others.loops);
    }

    /** One line for each place, those with most reads first. */
    List<String> hints() {
        return loops.hints(SingleReads::hint);
    }

    private static String hint(Loops.Loop<Place> loop) {
        Place place = loop.place();
        String what = place.source.isRemote() ? " single reads of " : " single loads of ";
        String cache = place.cache == null ? "one cache" : place.cache;
        return loop.count() + what + cache + " " + CallSiteText.of(place.site) + ": one " + place.source.bulkRead()
                + " would do";
    }

    private record Place(@Nullable String cache, StackTraceElement site, CacheSource source) {}
}

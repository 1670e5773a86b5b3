package io.github.devserver4j.cache;

import io.github.devserver4j.trace.CallSiteText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds reads of different keys, one by one from one place, that a bulk read could replace. In a cache of this JVM only
 * those count that loaded: anything else is no slower alone. Not thread-safe, bounded.
 */
final class SingleReads {

    /** So many different keys read from one place are a loop; fewer may be chance. */
    private static final int FROM = 5;

    /** A miss in this JVM that lasted so long has loaded something; one that has not saves nothing in bulk. */
    private static final long LOAD_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private static final int MAX_PLACES = 100;
    private static final int MAX_KEYS = 200;
    private static final int MAX_HINTS = 3;

    private final Map<Place, Reads> byPlace = new LinkedHashMap<>();

    void add(CacheCall call) {
        StackTraceElement site = call.callSite();
        boolean loaded = call.misses() > 0 && call.durationNanos() >= LOAD_NANOS;
        boolean costly = call.source().isRemote() || loaded;
        if (call.action() != CacheAction.READ || site == null || !costly || call.failure() != null) {
            return;
        }
        Reads reads = reads(new Place(call.cache(), site, call.source()));
        if (reads != null) {
            reads.add(call.key());
        }
    }

    private @Nullable Reads reads(Place place) {
        boolean room = byPlace.size() < MAX_PLACES || byPlace.containsKey(place);
        return room ? byPlace.computeIfAbsent(place, p -> new Reads()) : null;
    }

    void addAll(SingleReads others) {
        others.byPlace.forEach((place, theirs) -> {
            Reads ours = reads(place);
            if (ours != null) {
                ours.count += theirs.count;
                theirs.keys.forEach(ours::addKey);
            }
        });
    }

    /** One line for each place, those with most reads first. */
    List<String> hints() {
        List<Map.Entry<Place, Reads>> loops = new ArrayList<>(byPlace.entrySet());
        loops.removeIf(loop -> loop.getValue().keys.size() < FROM);
        loops.sort((one, other) -> Long.compare(other.getValue().count, one.getValue().count));
        return loops.stream().limit(MAX_HINTS).map(SingleReads::hint).toList();
    }

    private static String hint(Map.Entry<Place, Reads> loop) {
        Place place = loop.getKey();
        String what = place.source.isRemote() ? " single reads of " : " single loads of ";
        String cache = place.cache == null ? "one cache" : place.cache;
        return loop.getValue().count + what + cache + " " + CallSiteText.of(place.site) + ": one "
                + place.source.bulkRead() + " would do";
    }

    private record Place(@Nullable String cache, StackTraceElement site, CacheSource source) {}

    private static final class Reads {
        private final Set<Object> keys = new HashSet<>();
        private long count;

        void add(@Nullable Object key) {
            count++;
            if (key instanceof String text) { // its text once the call is finished; other objects' hash may be anything
                addKey(text);
            }
        }

        void addKey(Object key) {
            if (keys.size() < MAX_KEYS) {
                keys.add(key);
            }
        }
    }
}

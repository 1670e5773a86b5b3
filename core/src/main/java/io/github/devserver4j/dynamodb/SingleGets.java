package io.github.devserver4j.dynamodb;

import io.github.devserver4j.trace.CallSiteText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds reads of different keys of a table, one by one from one place, that a batch could replace. Bounded. */
final class SingleGets {

    /** So many different keys read from one place are a loop; fewer may be chance. */
    private static final int FROM = 5;

    private static final int MAX_PLACES = 100;
    private static final int MAX_KEYS = 200;
    private static final int MAX_HINTS = 3;

    /** The keys that one BatchGetItem takes, by DynamoDB's limits. */
    private static final int BATCH = 100;

    private final Map<Place, Gets> byPlace = new LinkedHashMap<>();

    void add(DynamoDbCall call) {
        StackTraceElement site = call.callSite();
        List<String> tables = call.asked().tables();
        if (call.name().equals("GetItem") && site != null && call.error() == null && !tables.isEmpty()) {
            Gets gets = gets(new Place(tables.get(0), site));
            gets.count++;
            gets.addKey(call.asked().key());
        }
    }

    private Gets gets(Place place) {
        boolean room = byPlace.size() < MAX_PLACES || byPlace.containsKey(place);
        return room ? byPlace.computeIfAbsent(place, p -> new Gets()) : new Gets();
    }

    void addAll(SingleGets others) {
        others.byPlace.forEach((place, theirs) -> {
            Gets ours = gets(place);
            ours.count += theirs.count;
            theirs.keys.forEach(ours::addKey);
        });
    }

    /** One line for each place, those with most reads first. */
    List<String> hints() {
        List<Map.Entry<Place, Gets>> loops = new ArrayList<>(byPlace.entrySet());
        loops.removeIf(loop -> loop.getValue().keys.size() < FROM);
        loops.sort((one, other) -> Long.compare(other.getValue().count, one.getValue().count));
        return loops.stream().limit(MAX_HINTS).map(SingleGets::hint).toList();
    }

    private static String hint(Map.Entry<Place, Gets> loop) {
        Place place = loop.getKey();
        int keys = loop.getValue().keys.size();
        String batches = keys <= BATCH ? "one BatchGetItem" : "a BatchGetItem for each " + BATCH;
        return loop.getValue().count + " single GetItem of " + place.table + " " + CallSiteText.of(place.site) + ": "
                + batches + " would do";
    }

    private record Place(String table, StackTraceElement site) {}

    private static final class Gets {
        private final Set<Object> keys = new HashSet<>();
        private long count;

        void addKey(@Nullable Object key) {
            if (key != null && keys.size() < MAX_KEYS) {
                keys.add(key);
            }
        }
    }
}

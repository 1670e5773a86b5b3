package io.github.devserver4j.dynamodb;

import io.github.devserver4j.trace.CallSiteText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what reads more than it needs: each Scan, and a Query whose filter throws away most of what was read. The pages
 * and rounds of one place count together. Bounded.
 */
final class Searches {

    /** Of fewer items read, throwing away most is no great loss. */
    private static final int FROM_SCANNED = 20;

    /** A filter that leaves a tenth, or less. */
    private static final int KEPT_DIVISOR = 10;

    private static final int MAX_PLACES = 100;
    private static final int MAX_HINTS = 6;

    private final Map<Place, Sums> byPlace = new LinkedHashMap<>();

    void add(DynamoDbCall call) {
        Answer answer = call.answer();
        if (answer.scanned() >= 0 && !call.asked().tables().isEmpty()) {
            Place place = new Place(call.name(), call.asked().tables().get(0), call.callSite());
            sums(place).add(answer.scanned(), answer.items());
        }
    }

    private Sums sums(Place place) {
        boolean room = byPlace.size() < MAX_PLACES || byPlace.containsKey(place);
        return room ? byPlace.computeIfAbsent(place, p -> new Sums()) : new Sums();
    }

    void addAll(Searches others) {
        others.byPlace.forEach((place, theirs) -> sums(place).add(theirs.scanned, theirs.returned));
    }

    /** One line for each place, those that read most first. */
    List<String> hints() {
        return byPlace.entrySet().stream()
                .filter(search -> search.getKey().isScan() || search.getValue().isWasteful())
                .sorted((one, other) -> Long.compare(other.getValue().scanned, one.getValue().scanned))
                .limit(MAX_HINTS)
                .map(search -> search.getKey().text() + ": " + search.getValue().text(search.getKey()))
                .toList();
    }

    private record Place(
            String name, String table, @Nullable StackTraceElement site) {

        boolean isScan() {
            return name.equals("Scan");
        }

        String text() {
            return name + " of " + table + (site == null ? "" : " " + CallSiteText.of(site));
        }
    }

    private static final class Sums {
        private long scanned;
        private long returned;

        void add(long moreScanned, long moreReturned) {
            scanned += moreScanned;
            returned += Math.max(0, moreReturned);
        }

        boolean isWasteful() {
            return scanned >= FROM_SCANNED && returned * KEPT_DIVISOR <= scanned;
        }

        String text(Place place) {
            if (!place.isScan()) {
                return "the filter threw away " + (scanned - returned) + " of " + scanned + " items read";
            }
            String told = Units.counted(scanned, "item") + " scanned, " + returned + " returned";
            boolean wasteful = returned < scanned && isWasteful();
            return wasteful ? told + ": the filter threw away " + 100 * (scanned - returned) / scanned + "%" : told;
        }
    }
}

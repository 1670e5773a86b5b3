package io.github.devserver4j.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds items that were read more than once by GetItem while the request itself did not write to their table: a read
 * after a write is a new one. Calls past the recorder's limit are not looked at. Bounded.
 */
final class RepeatedGets {

    private static final int MAX_KEYS = 1_000;
    private static final int MAX_HINTS = 3;
    private static final Set<String> READS =
            Set.of("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems", "DescribeTable");

    private final Map<Item, Reads> reads = new HashMap<>();

    void add(DynamoDbCall call) {
        Map<String, Object> key = call.asked().key();
        if (call.name().equals("GetItem") && key != null && call.error() == null) {
            count(new Item(call.asked().tables().get(0), key), call.asked().text());
        } else if (!READS.contains(call.name())) {
            call.asked().tables().forEach(table -> written(table, key));
        }
    }

    private void count(Item item, String text) {
        if (reads.size() < MAX_KEYS || reads.containsKey(item)) {
            Reads ofItem = reads.computeIfAbsent(item, i -> new Reads(text));
            ofItem.sinceWrite++;
            ofItem.most = Math.max(ofItem.most, ofItem.sinceWrite);
        }
    }

    /** Where the key is not known, any item of the table may have changed. */
    private void written(String table, @Nullable Map<String, Object> key) {
        reads.forEach((item, ofItem) -> {
            if (item.table.equals(table) && (key == null || item.key.equals(key))) {
                ofItem.sinceWrite = 0;
            }
        });
    }

    void addAll(RepeatedGets others) {
        others.reads.forEach((item, theirs) -> {
            if (reads.size() < MAX_KEYS || reads.containsKey(item)) {
                Reads ours = reads.computeIfAbsent(item, i -> new Reads(theirs.text));
                ours.most = Math.max(ours.most, theirs.most);
            }
        });
    }

    /** The worst: {@code polls_state {id: "doi"} read 3 times}. */
    List<String> hints() {
        return reads.values().stream()
                .filter(ofItem -> ofItem.most > 1)
                .sorted((one, other) ->
                        one.most != other.most ? Integer.compare(other.most, one.most) : one.text.compareTo(other.text))
                .limit(MAX_HINTS)
                .map(ofItem -> ofItem.text + " read " + ofItem.most + " times")
                .toList();
    }

    private record Item(String table, Map<String, Object> key) {}

    private static final class Reads {
        private final String text;
        private int sinceWrite;
        private int most;

        Reads(String text) {
            this.text = text;
        }
    }
}

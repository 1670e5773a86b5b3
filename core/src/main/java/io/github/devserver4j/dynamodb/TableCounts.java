package io.github.devserver4j.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many items of which tables a batch or a transaction is about: {@code polls_votes (25 puts, 1 delete)}. */
public final class TableCounts {

    private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();

    /** Counts {@code count} more of what the noun, in the singular, says. */
    public TableCounts add(String table, String noun, int count) {
        if (count > 0) {
            counts.computeIfAbsent(table, t -> new LinkedHashMap<>()).merge(noun, count, Integer::sum);
        }
        return this;
    }

    List<String> tables() {
        return List.copyOf(counts.keySet());
    }

    /** Tables and counts. */
    String text() {
        List<String> tables = new ArrayList<>();
        counts.forEach((table, nouns) -> {
            List<String> parts = new ArrayList<>();
            nouns.forEach((noun, count) -> parts.add(Units.counted(count, noun)));
            tables.add(table + " (" + String.join(", ", parts) + ")");
        });
        return String.join(", ", tables);
    }
}

package io.github.devserver4j.dynamodb;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, as text. Immutable.
 *
 * @param tables the names of its tables, in the order it names them
 * @param text its tables and then its key, condition or statement, secrets masked; empty where there is none
 * @param key the key of the one item it is about, for comparing and not for showing; null if there is none
 */
public record Asked(
        List<String> tables, String text, @Nullable Map<String, Object> key) {

    /** Of one table; null for an operation without. */
    public static Asked of(@Nullable String table) {
        return table == null ? new Asked(List.of(), "", null) : new Asked(List.of(table), table, null);
    }

    /** A PartiQL statement, which names its tables itself. */
    public static Asked statement(String text) {
        return new Asked(List.of(), text, null);
    }

    /** About one item of a table; null for the key where that is not known. */
    public static Asked item(String table, @Nullable Map<String, Object> key, String text) {
        return new Asked(List.of(table), table + " " + text, key);
    }

    /** Of several items, maybe of several tables. */
    public static Asked of(TableCounts counts) {
        return new Asked(counts.tables(), counts.text(), null);
    }

    /** Of all items that fulfil a condition and pass a filter; both are empty where there is none. */
    public static Asked search(String table, @Nullable String index, String condition, String filter) {
        StringBuilder text = new StringBuilder(table);
        text.append(index == null ? "" : " index " + index);
        text.append(condition.isEmpty() ? "" : " " + condition);
        text.append(filter.isEmpty() ? "" : " filter " + filter);
        return new Asked(List.of(table), text.toString(), null);
    }
}

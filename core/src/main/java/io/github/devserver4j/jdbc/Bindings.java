package io.github.devserver4j.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values an execution ran with, as they were captured.
 *
 * @param rows one row of values; for a batch one for each of its first executions
 * @param named values given by name, to a callable statement
 * @param executions 1, or how often a batch ran the statement
 */
record Bindings(List<@Nullable Object[]> rows, Map<String, @Nullable Object> named, int executions) {

    static final Bindings NONE = new Bindings(List.of(), Map.of(), 1);

    static Bindings of(Parameters parameters) {
        return new Bindings(List.<@Nullable Object[]>of(parameters.snapshot()), parameters.namedSnapshot(), 1);
    }

    List<List<@Nullable Object>> frozenRows() {
        List<List<@Nullable Object>> frozen = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            List<@Nullable Object> values = new ArrayList<>(row.length);
            for (Object value : row) {
                values.add(Captured.frozen(value));
            }
            frozen.add(Collections.unmodifiableList(values));
        }
        return Collections.unmodifiableList(frozen);
    }

    Map<String, @Nullable Object> frozenNamed() {
        Map<String, @Nullable Object> frozen = new LinkedHashMap<>();
        named.forEach((name, value) -> frozen.put(name, Captured.frozen(value)));
        return Collections.unmodifiableMap(frozen);
    }
}

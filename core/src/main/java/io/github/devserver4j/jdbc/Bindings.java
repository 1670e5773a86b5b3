package io.github.devserver4j.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    Bindings withoutValues() {
        return new Bindings(List.of(), Map.of(), executions);
    }

    /** Tells executions of the statement with other values apart. */
    int hash(String sql) {
        return Objects.hash(sql, lists(), named);
    }

    List<List<@Nullable Object>> lists() {
        List<List<@Nullable Object>> lists = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            lists.add(Collections.unmodifiableList(Arrays.asList(row)));
        }
        return Collections.unmodifiableList(lists);
    }
}

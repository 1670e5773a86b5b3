package io.github.devserver4j.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement's batch has collected: the first {@value #MAX_KEPT} rows of values or statements, and the number of
 * all. Not thread-safe.
 */
final class Batch {

    static final int MAX_KEPT = 100;

    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private @Nullable Parameters named;
    private int size;

    void add(Parameters parameters) {
        if (rows.size() < MAX_KEPT) {
            rows.add(parameters.snapshot());
        }
        named = parameters;
        size++;
    }

    void add(String sql) {
        if (statements.size() < MAX_KEPT) {
            statements.add(sql);
        }
        size++;
    }

    Bindings bindings() {
        return new Bindings(rows, named == null ? Map.of() : named.namedSnapshot(), size);
    }

    /** The statements that were added, each on its own line; null where the batch is one of values. */
    @Nullable
    String script() {
        return statements.isEmpty() ? null : String.join(";\n", statements);
    }
}

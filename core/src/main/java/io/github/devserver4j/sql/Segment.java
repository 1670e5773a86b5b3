package io.github.devserver4j.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a statement whose names and values belong together: a condition, an assignment, an item of a list.
 * Filled in by {@link ColumnNames}. Not thread-safe.
 */
final class Segment {

    /** Far more than a condition has; keeps what one segment costs bounded, whatever the text. */
    private static final int MAX_NAMES = 16;

    final Nesting nesting;
    /** The column by position, of an insert's value; null elsewhere. */
    private final @Nullable String positional;

    private final List<String> names = new ArrayList<>(2);
    /** Whether an operator stands between its names and values, which then belong together. */
    private boolean operated;
    /** Whether it is a comparison, and so a value of its own that lends its names to nothing around it. */
    private boolean compared;

    /** The name that follows a value: {@code ? AS token}. */
    private @Nullable String alias;

    Segment(Nesting nesting, @Nullable String positional) {
        this.nesting = nesting;
        this.positional = positional;
    }

    void name(String name) {
        if (names.size() < MAX_NAMES) {
            names.add(name);
        }
    }

    void alias(@Nullable String name) {
        alias = name;
    }

    void operator(boolean comparison) {
        operated = true;
        compared |= comparison;
    }

    List<String> names() {
        return names;
    }

    /** Lends its names to the segment around it: {@code lower(token) = ?}. */
    void end() {
        Segment around = nesting.around;
        if (around != null && !compared && !nesting.query) {
            names.forEach(around::name);
        }
    }

    void addNamesOfValues(List<String> all) {
        if (positional != null) {
            all.add(positional);
        }
        if (operated) {
            all.addAll(names);
        } else if (alias != null) {
            all.add(alias);
        }
    }
}

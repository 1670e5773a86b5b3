package io.github.devserver4j.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A literal or a placeholder, and where {@link ColumnNames} met it.
 *
 * @param index the index of its token
 * @param before the name right before it, as in {@code PASSWORD 'y'}
 */
record ColumnValue(int index, Segment segment, @Nullable String before) {

    /** How many parentheses outwards names are looked for; bounds the cost of a value, whatever the text. */
    private static final int MAX_DEPTH = 16;

    /** The columns it may belong to, separated by line breaks; empty where none is known. */
    String names() {
        List<String> names = new ArrayList<>();
        if (before != null) {
            names.add(before);
        }
        Segment around = segment;
        for (int depth = 0; around != null && depth < MAX_DEPTH; depth++) {
            around.addNamesOfValues(names);
            if (around.nesting.before != null) {
                names.add(around.nesting.before);
            }
            around = around.nesting.around;
        }
        return String.join("\n", names);
    }
}

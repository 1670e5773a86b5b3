package io.github.devserver4j.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A level of a statement as {@link ColumnNames} reads it: the whole, a parenthesis, a CASE. Not thread-safe. */
final class Nesting {

    enum Kind {
        QUERY,
        GROUP,
        CASE,
        /** The columns of an insert. */
        COLUMNS,
        /** One row of an insert's values. */
        ROW
    }

    final Kind kind;
    /** Whether it is a statement or subquery, with columns of its own. */
    final boolean query;
    /** What it is a part of; null for a statement. */
    final @Nullable Segment around;
    /** The function whose arguments it holds, or another name right before it. */
    final @Nullable String before;

    Segment segment;
    /** The columns of an insert or of a query, once they were named. */
    @Nullable
    List<String> columns;
    /** The keyword that began its present clause. */
    String clause = "";

    private int position;

    Nesting(Kind kind, @Nullable Segment around, @Nullable String before, @Nullable List<String> columns) {
        this.kind = kind;
        this.query = kind == Kind.QUERY;
        this.around = around;
        this.before = before;
        this.columns = columns;
        this.segment = new Segment(this, positional());
    }

    /** Ends the segment and begins another one; {@code item} tells that it is the next of a list. */
    void nextSegment(boolean item) {
        collectColumn();
        segment.end();
        position = item ? position + 1 : 0;
        segment = new Segment(this, positional());
    }

    /** Notes the name that a finished segment of a column list holds. */
    void collectColumn() {
        if (kind == Kind.COLUMNS) {
            List<String> collected = columns == null ? new ArrayList<>() : columns;
            List<String> names = segment.names();
            collected.add(names.isEmpty() ? "" : names.get(names.size() - 1));
            columns = collected;
        }
    }

    private @Nullable String positional() {
        List<String> all = columns;
        boolean listed = kind == Kind.ROW || (query && clause.equals("SELECT"));
        return listed && all != null && position < all.size() ? all.get(position) : null;
    }
}

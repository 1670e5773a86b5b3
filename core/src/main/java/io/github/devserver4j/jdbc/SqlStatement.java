package io.github.devserver4j.jdbc;

import io.github.devserver4j.sql.SqlDialect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was sent to the database. Immutable.
 *
 * @param type how the application ran it
 * @param text the statement as the application gave it, with placeholders; for a batch of different statements the
 *     first 100, separated by semicolons; of more than 100,000 characters the first ones, then without values
 * @param dialect the database's
 * @param executions 1; for a batch how many were in it
 * @param rows the values by position: one row, for a batch up to 100. Strings, numbers and dates of
 *     the JDK are kept as they were, long strings as a {@link io.github.devserver4j.sql.CutText}, arrays and collections as lists, any other object as its text; of what can't be
 *     kept, as a stream, only a description is
 * @param named the values that were given by name
 */
public record SqlStatement(
        Type type,
        String text,
        SqlDialect dialect,
        int executions,
        List<List<@Nullable Object>> rows,
        Map<String, @Nullable Object> named) {

    /** How the application ran a statement, by the method it called. */
    public enum Type {
        QUERY,
        UPDATE,
        EXECUTE,
        CALL,
        BATCH
    }

    /** The values by position; for a batch those of its first execution. */
    public List<@Nullable Object> values() {
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    Object identity() {
        return Fingerprint.of(this);
    }
}

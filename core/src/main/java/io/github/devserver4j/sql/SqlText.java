package io.github.devserver4j.sql;

import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import java.util.List;

/**
 * A statement's text, split once into tokens and kept by its text, so that showing it again costs its values alone.
 * Immutable, thread-safe.
 */
public final class SqlText {

    private final String sql;

    private SqlText(String sql) {
        this.sql = sql;
    }

    /** The text of a statement with JDBC placeholders ({@code ?}); any text is accepted and none is lost. */
    public static SqlText of(String sql, SqlDialect dialect) {
        return new SqlText(sql);
    }

    /** How many placeholders the statement has. */
    public int placeholders() {
        return 0;
    }

    /**
     * The statement on one line, complete, with literals in place of its placeholders and secrets masked.
     *
     * @param literals SQL literals as {@link SqlLiteral} writes them, in order; a placeholder without one stays
     */
    public String oneLine(List<String> literals, Secrets secrets) {
        return sql;
    }

    /** The statement in lines as the console prints it, with literals in place of its placeholders. */
    public List<String> lines(List<String> literals, Secrets secrets, TextStyle style) {
        return List.of(sql);
    }
}

package io.github.devserver4j.sql;

import org.jspecify.annotations.Nullable;

/** Writes values as SQL literals. */
public final class SqlLiteral {

    private SqlLiteral() {}

    /** The literal for a value given to a statement: {@code 'it''s'}, {@code 42}, {@code NULL}. */
    public static String of(@Nullable Object value, SqlDialect dialect) {
        return String.valueOf(value);
    }
}

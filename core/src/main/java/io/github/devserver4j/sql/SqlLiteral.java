package io.github.devserver4j.sql;

import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLXML;
import java.sql.Struct;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as SQL literals.
 *
 * <pre>
 * "it's"                     'it''s'
 * null, true, 42             NULL, TRUE, 42
 * a Timestamp                '2012-03-05 17:08:27.123'
 * a List, an int[]           ARRAY[1, 2, 3]
 * byte[1024], a stream       &lt;1,024 bytes&gt;, &lt;InputStream&gt;
 * </pre>
 *
 * <p>Streams, LOBs and what else belongs to a driver are told by their type alone: none of their methods is called.
 * Those and bytes are written in a form that no database takes for a value. Nothing is ever thrown.
 */
public final class SqlLiteral {

    /** Types that belong to a driver or can be read only once; the first that fits gives the name. */
    private static final List<Class<?>> UNTOUCHABLE = List.of(
            java.io.InputStream.class,
            java.io.Reader.class,
            NClob.class,
            Clob.class,
            Blob.class,
            SQLXML.class,
            RowId.class,
            Ref.class,
            Struct.class,
            java.sql.Array.class,
            ResultSet.class);

    private SqlLiteral() {}

    /** The literal for a value given to a statement: {@code 'it''s'}, {@code 42}, {@code NULL}. */
    public static String of(@Nullable Object value, SqlDialect dialect) {
        if (value == null) {
            return "NULL";
        }
        try {
            return write(value, dialect, 0);
        } catch (RuntimeException | LinkageError | StackOverflowError unprintable) {
            return "<" + value.getClass().getSimpleName() + ">";
        }
    }

    /** The literal for a value within {@code depth} arrays. */
    static String write(@Nullable Object value, SqlDialect dialect, int depth) {
        if (value instanceof String text) {
            return quoted(text, dialect);
        }
        if (value instanceof Number number) {
            return Numbers.literal(number, dialect);
        }
        if (value instanceof Boolean truth) {
            return truth(truth, dialect);
        }
        if (value instanceof TemporalAccessor || value instanceof Date || value instanceof Calendar) {
            return quoted(Temporals.text(value), dialect);
        }
        return value == null ? "NULL" : other(value, dialect, depth);
    }

    private static String other(Object value, SqlDialect dialect, int depth) {
        if (value instanceof Opaque opaque) {
            return "<" + opaque.text() + ">";
        }
        if (value instanceof CutText text) {
            return text.literal(dialect);
        }
        if (value instanceof byte[] bytes) {
            return String.format(Locale.ROOT, "<%,d %s>", bytes.length, bytes.length == 1 ? "byte" : "bytes");
        }
        if (value instanceof char[] chars) {
            return quoted(new String(chars), dialect);
        }
        if (value.getClass().isArray() || value instanceof Collection) {
            return Arrays.literal(value, dialect, depth);
        }
        return value instanceof Enum<?> constant ? quoted(constant.name(), dialect) : object(value, dialect);
    }

    private static String object(Object value, SqlDialect dialect) {
        for (Class<?> type : UNTOUCHABLE) {
            if (type.isInstance(value)) {
                return "<" + type.getSimpleName() + ">";
            }
        }
        String text = value.toString();
        return text == null ? "<" + value.getClass().getSimpleName() + ">" : quoted(text, dialect);
    }

    /** SQL Server has no TRUE, and Oracle none before 23; their drivers send 1 and 0. */
    private static String truth(boolean truth, SqlDialect dialect) {
        if (dialect == SqlDialect.SQL_SERVER || dialect == SqlDialect.ORACLE) {
            return truth ? "1" : "0";
        }
        return truth ? "TRUE" : "FALSE";
    }

    static String quoted(String text, SqlDialect dialect) {
        String doubled = text.replace("'", "''");
        return "'" + (dialect.has(LexicalRule.BACKSLASH_ESCAPES) ? doubled.replace("\\", "\\\\") : doubled) + "'";
    }
}

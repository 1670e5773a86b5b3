package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.codec.TypeCodec;
import com.datastax.oss.driver.api.core.type.codec.registry.CodecRegistry;
import io.github.devserver4j.sql.CutText;
import io.github.devserver4j.sql.Opaque;
import io.github.devserver4j.sql.SqlDialect;
import io.github.devserver4j.sql.SqlLiteral;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as CQL literals, by the driver's codecs.
 *
 * <pre>
 * "it's", null, true         'it''s', NULL, true
 * a UUID, a list, a map      f47ac10b-58cc-4372-a567-0e02b2c3d479, [1,2], {'a':1}
 * bytes                      0xcafe, &lt;1,024 bytes&gt;
 * </pre>
 *
 * <p>Runs on devserver's thread. Nothing is ever thrown: a codec may be the application's.
 */
final class CqlLiterals {

    private static final int MAX_BYTES = 512;
    private static final int MAX_ENCODED = 4 * CutText.MAX_LENGTH;
    private static final int MAX_LENGTH = 2_000;
    private static final int SHOWN = 200;

    private CqlLiterals() {}

    /** The literal of a value that the application gave as an object. */
    static String of(@Nullable Object value, CodecRegistry codecs) {
        try {
            return value == null ? "NULL" : literal(value, codecs);
        } catch (Throwable unprintable) {
            return SqlLiteral.of(value, SqlDialect.CASSANDRA);
        }
    }

    private static String literal(Object value, CodecRegistry codecs) {
        if (value instanceof String text) {
            return SqlLiteral.of(CutText.of(text), SqlDialect.CASSANDRA);
        }
        if (value instanceof ByteBuffer bytes && bytes.remaining() > MAX_BYTES) {
            return opaque(bytes);
        }
        return cut(codecs.codecFor(value).format(value));
    }

    /** The literal of a value that is bound to a prepared statement; its placeholder's text where none is. */
    static String of(BoundStatement bound, int index, DataType type, String placeholder) {
        try {
            if (!bound.isSet(index)) {
                return placeholder;
            }
            ByteBuffer bytes = bound.getBytesUnsafe(index);
            return bytes == null ? "NULL" : decoded(bound, type, bytes);
        } catch (Throwable unprintable) {
            return "<" + type + ">";
        }
    }

    private static String decoded(BoundStatement bound, DataType type, ByteBuffer bytes) {
        boolean text = type.equals(DataTypes.TEXT) || type.equals(DataTypes.ASCII);
        if (bytes.remaining() > (type.equals(DataTypes.BLOB) ? MAX_BYTES : MAX_ENCODED) && !text) {
            return opaque(bytes);
        }
        TypeCodec<Object> codec = bound.codecRegistry().codecFor(type);
        Object value = codec.decode(bytes.duplicate(), bound.protocolVersion());
        return value instanceof String string
                ? SqlLiteral.of(CutText.of(string), SqlDialect.CASSANDRA)
                : cut(codec.format(value));
    }

    private static String opaque(ByteBuffer bytes) {
        String text = String.format(Locale.ROOT, "%,d bytes", bytes.remaining());
        return SqlLiteral.of(new Opaque(text), SqlDialect.CASSANDRA);
    }

    private static String cut(String literal) {
        if (literal.length() <= MAX_LENGTH || literal.startsWith("'")) {
            return literal;
        }
        return String.format(Locale.ROOT, "%s… /* %,d chars */", literal.substring(0, SHOWN), literal.length());
    }
}

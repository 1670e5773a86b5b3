package io.github.devserver4j.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLXML;
import java.sql.Struct;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the values of parameters in two steps: {@link #of} on the request's thread, cheaply, so that a later change by
 * the application does not show, and {@link #frozen} on devserver's, so that nothing of the application is held on to.
 */
final class Captured {

    private Captured() {}

    @SuppressWarnings("JavaUtilDate") // applications still give them
    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Date date) {
            return date.clone();
        }
        if (value == null || value instanceof Comparable || value instanceof Unkept) {
            return value; // strings, numbers and java.time are immutable
        }
        return ofUncommon(value);
    }

    private static Object ofUncommon(Object value) {
        if (value instanceof byte[] bytes) {
            return new Unkept(bytes.length + " bytes", Arrays.hashCode(bytes));
        }
        if (value instanceof Calendar calendar) {
            return calendar.clone();
        }
        if (value instanceof Object[] elements) {
            return Arrays.asList(elements.clone());
        }
        String driverType = driverType(value);
        return driverType == null ? value : Unkept.unknown(driverType);
    }

    private static @Nullable String driverType(Object value) {
        if (value instanceof InputStream || value instanceof Reader) {
            return "stream";
        }
        if (value instanceof Blob) {
            return "blob";
        }
        if (value instanceof Clob) {
            return "clob";
        }
        if (value instanceof Array) {
            return "array";
        }
        if (value instanceof SQLXML) {
            return "xml";
        }
        boolean other =
                value instanceof Ref || value instanceof RowId || value instanceof Struct || value instanceof ResultSet;
        return other ? "object" : null;
    }

    /** A value of a class of the JDK as it is, any other as the text it gives. */
    static @Nullable Object frozen(@Nullable Object value) {
        if (value == null
                || value instanceof Unkept
                || value.getClass().getName().startsWith("java.")) {
            return value;
        }
        try {
            return String.valueOf(value);
        } catch (RuntimeException unprintable) {
            return Unkept.unknown(value.getClass().getSimpleName());
        }
    }
}

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
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
        if (value instanceof Calendar calendar) {
            return calendar.clone();
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
        if (value instanceof Object[] elements) {
            return Arrays.asList(elements.clone());
        }
        if (value instanceof Collection<?> elements) {
            return Arrays.asList(elements.toArray());
        }
        if (value.getClass().isArray()) {
            return copyOfPrimitives(value);
        }
        String driverType = driverType(value);
        return driverType == null ? value : Unkept.unknown(driverType);
    }

    private static Object copyOfPrimitives(Object array) {
        int length = java.lang.reflect.Array.getLength(array);
        Object copy = java.lang.reflect.Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
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
        if (value instanceof List<?> elements) {
            List<@Nullable Object> frozen = new ArrayList<>(elements.size());
            elements.forEach(element -> frozen.add(frozen(element)));
            return Collections.unmodifiableList(frozen);
        }
        if (value == null || value instanceof Unkept || value.getClass().isArray() || isOfJdk(value)) {
            return value;
        }
        try {
            return String.valueOf(value);
        } catch (RuntimeException unprintable) {
            return Unkept.unknown(value.getClass().getSimpleName());
        }
    }

    private static boolean isOfJdk(Object value) {
        return value.getClass().getName().startsWith("java.");
    }
}

package io.github.devserver4j.jdbc;

import io.github.devserver4j.sql.CutText;
import java.lang.reflect.Array;
import java.net.InetAddress;
import java.net.URI;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.RandomAccess;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the value of a parameter as it is at the moment it is set, so that neither a later change by the application
 * shows nor any code of the application runs later on: what can't change is kept itself, the JDK's dates and arrays are
 * copied, and of all else its text is taken. Of a long text only the beginning is kept. What is kept is equal for equal content.
 */
final class Captured {

    /** An array may hold itself. */
    private static final int MAX_DEPTH = 3;

    private Captured() {}

    /** Whether the value can be kept as it is. */
    static boolean isFinal(@Nullable Object value) {
        return value == null
                || (value instanceof String text && text.length() <= CutText.MAX_LENGTH)
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof UUID
                || value instanceof Unkept
                || isOtherFinal(value);
    }

    private static boolean isOtherFinal(Object value) {
        String type = value.getClass().getName();
        if (value instanceof Number) {
            return type.startsWith("java.lang.") || type.startsWith("java.math."); // not of java.util.concurrent.atomic
        }
        if (value instanceof TemporalAccessor || value instanceof TemporalAmount) {
            return type.startsWith("java.time.");
        }
        return value instanceof Character || value instanceof URI || isInetAddress(value, type);
    }

    private static boolean isInetAddress(Object value, String type) {
        return value instanceof InetAddress && type.startsWith("java.");
    }

    /** What is kept of a value that was set outside of a request, for which it is not worth looking into it. */
    static Object described(Object value) {
        if (value instanceof String text) {
            return CutText.of(text);
        }
        return isJdkDate(value) ? copyOfDate(value) : Unkept.unknown(Unkept.typeOf(value));
    }

    static @Nullable Object of(@Nullable Object value) {
        return of(value, 0);
    }

    private static @Nullable Object of(@Nullable Object value, int depth) {
        if (value == null || isFinal(value)) {
            return value;
        }
        if (isJdkDate(value)) {
            return copyOfDate(value);
        }
        if (value instanceof byte[] bytes) {
            return new Unkept(bytes.length + " bytes", Arrays.hashCode(bytes));
        }
        if (value instanceof Collection<?> || value.getClass().isArray()) {
            return depth < MAX_DEPTH ? elements(value, depth) : Unkept.unknown("...");
        }
        return value instanceof Enum<?> constant ? constant.name() : text(value);
    }

    private static Object elements(Object value, int depth) {
        if (value instanceof char[] chars) {
            return CutText.of(new String(chars));
        }
        if (value instanceof Object[] elements) {
            return elements(elements, depth);
        }
        if (value instanceof Collection<?> elements) {
            // others, such as Hibernate's, may ask the database for their elements
            return isOfJdk(value) ? elements(elements.toArray(), depth) : Unkept.unknown(Unkept.typeOf(value));
        }
        return Collections.unmodifiableList(new Primitives(value));
    }

    private static List<@Nullable Object> elements(@Nullable Object[] elements, int depth) {
        List<@Nullable Object> kept = new ArrayList<>(elements.length);
        for (Object element : elements) {
            kept.add(of(element, depth + 1));
        }
        return Collections.unmodifiableList(kept);
    }

    private static Object text(Object value) {
        if (Unkept.isUntouchable(value)) {
            return Unkept.unknown(Unkept.typeOf(value));
        }
        try {
            String text = value.toString();
            return text == null ? Unkept.unknown(Unkept.typeOf(value)) : CutText.of(text);
        } catch (RuntimeException | LinkageError | StackOverflowError unprintable) {
            return Unkept.unknown(Unkept.typeOf(value));
        }
    }

    @SuppressWarnings("JavaUtilDate") // applications still give them
    private static boolean isJdkDate(Object value) {
        return (value instanceof Date || value instanceof Calendar) && isOfJdk(value);
    }

    @SuppressWarnings("JavaUtilDate")
    private static Object copyOfDate(Object value) {
        return value instanceof Date date ? date.clone() : ((Calendar) value).clone();
    }

    private static boolean isOfJdk(Object value) {
        return value.getClass().getName().startsWith("java.");
    }

    /** A copy of an array of numbers, without an object for each. */
    private static final class Primitives extends AbstractList<Object> implements RandomAccess {

        private final Object array;
        private final int size;

        Primitives(Object original) {
            size = Array.getLength(original);
            array = Array.newInstance(original.getClass().getComponentType(), size);
            System.arraycopy(original, 0, array, 0, size);
        }

        @Override
        public Object get(int index) {
            return Array.get(array, index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}

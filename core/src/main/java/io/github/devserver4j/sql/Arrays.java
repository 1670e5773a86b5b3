package io.github.devserver4j.sql;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** Writes Java arrays and collections as array constructors: {@code ARRAY[1, 2, 3]}. */
final class Arrays {

    /** An array may hold itself. */
    private static final int MAX_DEPTH = 3;

    private Arrays() {}

    /** The literal for a value within {@code depth} other arrays; a long one is cut as an {@code IN} list is. */
    static String literal(Object value, SqlDialect dialect, int depth) {
        if (depth >= MAX_DEPTH) {
            return "...";
        }
        if (value instanceof Collection<?> collection) {
            return collection(collection, dialect, depth);
        }
        int length = Array.getLength(value);
        Iterator<?> items =
                IntStream.range(0, length).mapToObj(i -> Array.get(value, i)).iterator();
        return items(items, length, dialect, depth);
    }

    /** Only the JDK's own: others, such as Hibernate's, may ask the database for their items. */
    private static String collection(Collection<?> collection, SqlDialect dialect, int depth) {
        if (!collection.getClass().getName().startsWith("java.")) {
            return "<" + collection.getClass().getSimpleName() + ">";
        }
        return items(collection.iterator(), collection.size(), dialect, depth);
    }

    private static String items(Iterator<?> items, int length, SqlDialect dialect, int depth) {
        StringJoiner joined = new StringJoiner(", ", "ARRAY[", "]");
        for (int i = 0; i < LongLists.SHOWN && items.hasNext(); i++) {
            joined.add(SqlLiteral.write(items.next(), dialect, depth + 1));
        }
        if (length > LongLists.SHOWN) {
            joined.add(LongLists.more(length - LongLists.SHOWN));
        }
        return joined.toString();
    }
}

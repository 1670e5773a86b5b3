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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is remembered of a parameter whose value can't be kept, because it is large, can be read only once or belongs
 * to the driver. Immutable.
 *
 * @param text its description, as it is shown
 * @param content equal for two parameters that are known to have the same value; a number of its own where that can't
 *     be told, so that no query is taken for a duplicate that is none
 */
record Unkept(String text, Object content) {

    /** Stands for a parameter that was never set. */
    static final Unkept UNSET = new Unkept("unset", "unset");

    /** Stands for a parameter that the database fills in. */
    static final Unkept OUT = new Unkept("OUT", "OUT");

    private static final AtomicLong COUNTER = new AtomicLong();

    /** Types of which no method may be called: they belong to a driver or can be read only once. */
    private static final Map<Class<?>, String> UNTOUCHABLE = new LinkedHashMap<>();

    static {
        UNTOUCHABLE.put(InputStream.class, "stream");
        UNTOUCHABLE.put(Reader.class, "stream");
        UNTOUCHABLE.put(Blob.class, "blob");
        UNTOUCHABLE.put(Clob.class, "clob");
        UNTOUCHABLE.put(Array.class, "array");
        UNTOUCHABLE.put(SQLXML.class, "xml");
        UNTOUCHABLE.put(Ref.class, "object");
        UNTOUCHABLE.put(RowId.class, "object");
        UNTOUCHABLE.put(Struct.class, "object");
        UNTOUCHABLE.put(ResultSet.class, "object");
    }

    static Unkept unknown(String text) {
        return new Unkept(text, "no. " + COUNTER.incrementAndGet());
    }

    /** A stream, a reader or a large object of which the application tells the length. */
    static Unkept ofLength(String text, long length) {
        return unknown(text + " of length " + length);
    }

    static boolean isUntouchable(Object value) {
        return UNTOUCHABLE.keySet().stream().anyMatch(type -> type.isInstance(value));
    }

    /** What a value is, as its class tells. */
    static String typeOf(Object value) {
        return UNTOUCHABLE.entrySet().stream()
                .filter(type -> type.getKey().isInstance(value))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> value.getClass().getSimpleName());
    }

    @Override
    public String toString() {
        return text;
    }
}

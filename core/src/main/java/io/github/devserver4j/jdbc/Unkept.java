package io.github.devserver4j.jdbc;

/**
 * What is remembered of a parameter whose value can't be kept, because it is large, can be read only once or belongs
 * to the driver. Immutable.
 *
 * @param text its description, as it is shown
 * @param content equal for two parameters that are known to have the same value; an object of its own where that can't
 *     be told, so that no query is taken for a duplicate that is none
 */
record Unkept(String text, Object content) {

    /** Stands for a parameter that was never set. */
    static final Unkept UNSET = new Unkept("unset", "unset");

    /** Stands for a parameter that the database fills in. */
    static final Unkept OUT = new Unkept("OUT", "OUT");

    static Unkept unknown(String text) {
        return new Unkept(text, new Object());
    }

    /** A stream, a reader or a large object of which the application tells the length. */
    static Unkept ofLength(String text, long length) {
        return unknown(text + " of length " + length);
    }

    @Override
    public String toString() {
        return text;
    }
}

package io.github.devserver4j.sql;

import java.math.BigDecimal;

/** Writes numbers as SQL literals. */
final class Numbers {

    /** Written out, a BigDecimal of two numbers may take a gigabyte: {@code 1E+1000000000}. */
    private static final int MAX_PLAIN_SCALE = 1_000;

    private Numbers() {}

    /** The number, in quotes where it is none by its letters: {@code 'NaN'}, {@code 'Infinity'}. */
    static String literal(Number number, SqlDialect dialect) {
        String text = text(number);
        return isNumeric(text) ? text : SqlLiteral.quoted(text, dialect);
    }

    private static String text(Number number) {
        boolean plain = number instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) <= MAX_PLAIN_SCALE;
        return plain ? ((BigDecimal) number).toPlainString() : number.toString();
    }

    private static boolean isNumeric(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
    }
}

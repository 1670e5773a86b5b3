package io.github.devserver4j.dynamodb;

import java.util.Locale;

/** Writes amounts: {@code 3 items}, {@code 12.5 RCU}. */
final class Units {

    private Units() {}

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Capacity units come in halves, for eventually consistent reads; sums of them have no rounding errors. */
    static String capacity(double units, String unit) {
        boolean whole = units == Math.rint(units);
        return (whole ? Long.toString((long) units) : trimmed(units)) + " " + unit;
    }

    private static String trimmed(double units) {
        String text = String.format(Locale.ROOT, "%.3f", units);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, end);
    }
}

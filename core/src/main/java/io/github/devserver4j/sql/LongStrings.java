package io.github.devserver4j.sql;

import java.util.Locale;

/** Cuts long string literals and tells how long they were: <code>'abc…' /* 1,048,576 chars *&#47;</code>. */
final class LongStrings {

    static final int SHOWN = 200;
    private static final String CHARS = " chars */";

    private LongStrings() {}

    static String cut(String literal) {
        int open = contentStart(literal);
        if (open < 0 || literal.endsWith(CHARS) || literal.length() - 2 * open <= SHOWN) {
            return literal;
        }
        String closing = closing(literal, open);
        int end = literal.endsWith(closing) ? literal.length() - closing.length() : literal.length();
        int length = length(literal, open, end);
        if (length <= SHOWN) {
            return literal;
        }
        String shown = literal.substring(open, shownEnd(literal, open));
        return literal.substring(0, open) + shown + "…" + closing + comment(length);
    }

    static String comment(int length) {
        return String.format(Locale.ROOT, " /* %,d" + CHARS, length);
    }

    /** The index after the opening quote, or -1 for what is no string. */
    private static int contentStart(String literal) {
        int quote = literal.indexOf('\'');
        if (quote >= 0 && quote <= 2 && !literal.startsWith("\"")) {
            boolean q = quote > 0 && (literal.charAt(quote - 1) | 0x20) == 'q' && literal.length() > quote + 2;
            return q ? quote + 2 : quote + 1;
        }
        if (literal.startsWith("$")) {
            return literal.indexOf('$', 1) + 1;
        }
        return literal.startsWith("\"") ? 1 : -1;
    }

    private static String closing(String literal, int open) {
        char last = literal.charAt(open - 1);
        if (last == '$') {
            return literal.substring(0, open);
        }
        int bracket = "[{(<".indexOf(last);
        boolean q = literal.charAt(0) != last && last != '\'';
        return q ? (bracket < 0 ? last : "]})>".charAt(bracket)) + "'" : String.valueOf(last);
    }

    /** Doubled quotes are one character. */
    private static int length(String literal, int open, int end) {
        int length = end - open;
        for (int i = open; i + 1 < end; i++) {
            if (literal.charAt(i) == '\'' && literal.charAt(i + 1) == '\'') {
                length--;
                i++;
            }
        }
        return length;
    }

    /** Parts neither doubled quotes nor surrogates. */
    private static int shownEnd(String literal, int open) {
        int end = open + SHOWN;
        int quotes = end;
        while (quotes > open && literal.charAt(quotes - 1) == '\'') {
            quotes--;
        }
        boolean parted = (end - quotes) % 2 == 1 || Character.isHighSurrogate(literal.charAt(end - 1));
        return parted ? end - 1 : end;
    }
}

package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.Secrets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks the secret values of a statement in a text that may repeat them. */
final class SecretTexts {

    /** Shorter values are masked where they stand alone: a 1 is no reason to cut up every number. */
    private static final int WORD = 4;

    /** Databases cut long values short; so many characters of one are enough to know it by. */
    private static final int KNOWN = 16;

    private SecretTexts() {}

    /**
     * The text without them.
     *
     * @param literals the values as SQL literals
     */
    static String masked(String text, List<String> literals) {
        String masked = text;
        for (String literal : literals) {
            int end = literal.lastIndexOf('\''); // after it a comment may tell the length
            if (end > 0 && literal.startsWith("'")) {
                String doubled = literal.substring(1, end);
                masked = masked(masked, doubled);
                masked = masked(masked, doubled.replace("''", "'"));
            } else if (!literal.equals("NULL") && !literal.equals("TRUE") && !literal.equals("FALSE")) {
                masked = masked(masked, literal);
            }
        }
        return masked;
    }

    private static String masked(String text, String value) {
        if (value.isBlank()) {
            return text;
        }
        if (value.length() < WORD) {
            Pattern alone = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}])");
            return alone.matcher(text).replaceAll(Matcher.quoteReplacement(Secrets.MASK));
        }
        return maskedBeginnings(text, value);
    }

    private static String maskedBeginnings(String text, String value) {
        String known = value.length() <= KNOWN ? value : value.substring(0, KNOWN);
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        for (int i = text.indexOf(known); i >= 0; i = text.indexOf(known, copied)) {
            masked.append(text, copied, i).append(Secrets.MASK);
            copied = i + known.length();
            while (copied < text.length()
                    && copied - i < value.length()
                    && text.charAt(copied) == value.charAt(copied - i)) {
                copied++;
            }
        }
        return masked.append(text, copied, text.length()).toString();
    }
}

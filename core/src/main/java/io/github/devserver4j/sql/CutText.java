package io.github.devserver4j.sql;

import java.util.Locale;

/**
 * Stands for a string that is too long to be kept: {@link SqlLiteral} writes it as <code>'abc…' /* 1,048,576 chars
 * *&#47;</code>, whatever the style. Immutable; equal for strings that are, as far as their hash tells, equal.
 *
 * @param head its beginning
 * @param length how many characters it has in all
 * @param hash its hash
 */
public record CutText(String head, int length, int hash) {

    /** Longer strings are not kept, which would cost gigabytes in a bulk import. */
    public static final int MAX_LENGTH = 10_000;

    /** The beginning of a long string, and a string that can be kept as it is. */
    public static Object of(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        boolean parted = Character.isHighSurrogate(text.charAt(LongStrings.SHOWN - 1));
        String head = text.substring(0, parted ? LongStrings.SHOWN - 1 : LongStrings.SHOWN);
        return new CutText(head, text.length(), text.hashCode());
    }

    String literal(SqlDialect dialect) {
        return SqlLiteral.quoted(head + "…", dialect) + LongStrings.comment(length);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s… (%,d chars)", head, length);
    }
}

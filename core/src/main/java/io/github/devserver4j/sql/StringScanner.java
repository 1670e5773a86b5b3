package io.github.devserver4j.sql;

import static io.github.devserver4j.sql.LexicalRule.BACKSLASH_ESCAPES;
import static io.github.devserver4j.sql.LexicalRule.BACKTICK_NAMES;
import static io.github.devserver4j.sql.LexicalRule.BRACKET_NAMES;
import static io.github.devserver4j.sql.LexicalRule.DOLLAR_STRINGS;
import static io.github.devserver4j.sql.LexicalRule.DOUBLE_QUOTED_STRINGS;
import static io.github.devserver4j.sql.LexicalRule.ESCAPE_STRINGS;
import static io.github.devserver4j.sql.LexicalRule.Q_STRINGS;
import static io.github.devserver4j.sql.LexicalRule.TAGGED_DOLLAR_STRINGS;

/** Finds where string literals and quoted names end; its methods answer as {@link CommentScanner}'s do. */
final class StringScanner {

    private final String sql;
    private final SqlDialect dialect;

    StringScanner(String sql, SqlDialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    int stringEnd(int start) {
        return switch (sql.charAt(start)) {
            case '\'' -> quoteEnd(start, '\'', dialect.has(BACKSLASH_ESCAPES));
            case '"' -> dialect.has(DOUBLE_QUOTED_STRINGS) ? quoteEnd(start, '"', true) : start;
            case '$' -> dialect.has(DOLLAR_STRINGS) ? dollarEnd(start) : start;
            case 'n', 'N' -> isQ(start + 1) ? qEnd(start + 3) : prefixedEnd(start, start + 1, false);
            case 'q', 'Q' -> isQ(start) ? qEnd(start + 2) : start;
            case 'x', 'X', 'b', 'B' -> prefixedEnd(start, start + 1, false);
            case 'e', 'E' -> dialect.has(ESCAPE_STRINGS) ? prefixedEnd(start, start + 1, true) : start;
            case 'u', 'U' -> charAt(start + 1) == '&' ? prefixedEnd(start, start + 2, false) : start;
            default -> start;
        };
    }

    int quotedNameEnd(int start) {
        return switch (sql.charAt(start)) {
            case '"' -> quoteEnd(start, '"', false);
            case 'u', 'U' -> sql.startsWith("&\"", start + 1) ? quoteEnd(start + 2, '"', false) : start;
            case '`' -> dialect.has(BACKTICK_NAMES) ? quoteEnd(start, '`', false) : start;
            case '[' -> dialect.has(BRACKET_NAMES) ? quoteEnd(start, ']', false) : start;
            default -> start;
        };
    }

    private int prefixedEnd(int start, int quote, boolean backslash) {
        return charAt(quote) == '\'' ? quoteEnd(quote, '\'', backslash || dialect.has(BACKSLASH_ESCAPES)) : start;
    }

    private int quoteEnd(int open, char quote, boolean backslash) {
        int i = open + 1;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == '\\' && backslash) {
                i++;
            } else if (c == quote) {
                if (charAt(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
            i++;
        }
        return sql.length();
    }

    private int dollarEnd(int start) {
        int i = start + 1;
        while (isTagPart(charAt(i), i == start + 1)) {
            i++;
        }
        boolean tagged = i > start + 1;
        if (charAt(i) != '$' || (tagged && !dialect.has(TAGGED_DOLLAR_STRINGS))) {
            return start;
        }
        String tag = sql.substring(start, i + 1);
        int close = sql.indexOf(tag, i + 1);
        return close < 0 ? sql.length() : close + tag.length();
    }

    private static boolean isTagPart(char c, boolean first) {
        return c == '_' || (first ? Character.isLetter(c) : Character.isLetterOrDigit(c));
    }

    private boolean isQ(int start) {
        return dialect.has(Q_STRINGS)
                && (charAt(start) == 'q' || charAt(start) == 'Q')
                && charAt(start + 1) == '\''
                && start + 2 < sql.length();
    }

    private int qEnd(int delimiter) {
        int bracket = "[{(<".indexOf(sql.charAt(delimiter));
        char closing = bracket < 0 ? sql.charAt(delimiter) : "]})>".charAt(bracket);
        int close = sql.indexOf(closing + "'", delimiter + 1);
        return close < 0 ? sql.length() : close + 2;
    }

    private char charAt(int index) {
        return index < sql.length() ? sql.charAt(index) : '\0';
    }
}

package io.github.devserver4j.sql;

/** Finds where whitespace, numbers and words end; its methods answer as {@link CommentScanner}'s do. */
final class WordScanner {

    private final String sql;
    private final boolean atNames;
    private final boolean hashNames;

    WordScanner(String sql, SqlDialect dialect) {
        this.sql = sql;
        this.atNames = dialect.has(LexicalRule.AT_NAMES);
        this.hashNames = dialect.has(LexicalRule.HASH_NAMES);
    }

    int whitespaceEnd(int start) {
        int end = start;
        while (end < sql.length() && Character.isWhitespace(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    int numberEnd(int start) {
        if (!isDigit(start) && !(charAt(start) == '.' && isDigit(start + 1))) {
            return start;
        }
        if (charAt(start) == '0' && (charAt(start + 1) | 0x20) == 'x') {
            return wordPartEnd(start + 2);
        }
        int end = digitsEnd(start);
        if (charAt(end) == '.') {
            end = digitsEnd(end + 1);
        }
        return exponentEnd(end);
    }

    private int exponentEnd(int start) {
        if ((charAt(start) | 0x20) != 'e') {
            return start;
        }
        int digits = charAt(start + 1) == '+' || charAt(start + 1) == '-' ? start + 2 : start + 1;
        return isDigit(digits) ? digitsEnd(digits) : start;
    }

    int digitsEnd(int start) {
        int end = start;
        while (isDigit(end) || (charAt(end) == '_' && isDigit(end + 1))) {
            end++;
        }
        return end;
    }

    /** Words, among them {@code $1}, {@code :name} and, in dialects that have them, {@code @name} and {@code #name}. */
    int wordEnd(int start) {
        char c = charAt(start);
        boolean sigil = c == '$' || c == ':' || (c == '@' && atNames) || (c == '#' && hashNames);
        if (!sigil) {
            return isWordPart(c) ? wordPartEnd(start) : start;
        }
        int name = c == '@' && charAt(start + 1) == '@' ? start + 2 : start + 1;
        boolean named = c == '$' ? isWordPart(charAt(name)) : isWordPart(charAt(name)) && !isDigit(name);
        return named ? wordPartEnd(name) : start;
    }

    private int wordPartEnd(int start) {
        int end = start;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isWordPart(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '_'
                    || c == '$'
                    || (c == '#' && hashNames);
        }
        return !Character.isWhitespace(c);
    }

    private boolean isDigit(int index) {
        char c = charAt(index);
        return c >= '0' && c <= '9';
    }

    private char charAt(int index) {
        return index < sql.length() ? sql.charAt(index) : '\0';
    }
}

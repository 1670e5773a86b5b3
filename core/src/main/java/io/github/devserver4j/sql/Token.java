package io.github.devserver4j.sql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a statement's text. Immutable.
 *
 * @param text the characters as they were given
 * @param word the text in upper case for a {@link TokenType#WORD}, else empty
 * @param spaced whether whitespace stood before it
 * @param parameter the 1-based index of a placeholder's value, else 0
 * @param column the columns that a value belongs to, separated by line breaks; null where none is known
 */
record Token(
        TokenType type,
        String text,
        String word,
        boolean spaced,
        int parameter,
        @Nullable String column) {

    /** Stands for the beginning and the end of a statement, so that every token has neighbours. */
    static final Token NONE = of(TokenType.WHITESPACE, "", false);

    static Token of(TokenType type, String text, boolean spaced) {
        String word = type == TokenType.WORD ? text.toUpperCase(Locale.ROOT) : "";
        return new Token(type, text, word, spaced, 0, null);
    }

    static Token placeholder(String text, boolean spaced, int parameter) {
        return new Token(TokenType.PLACEHOLDER, text, "", spaced, parameter, null);
    }

    Token withColumn(String names) {
        return new Token(type, text, word, spaced, parameter, names);
    }

    boolean isNone() {
        return text.isEmpty();
    }

    /** Whether this is the word, given in upper case. */
    boolean is(String upperCase) {
        return word.equals(upperCase);
    }

    boolean isPunctuation(char c) {
        return type == TokenType.PUNCTUATION && text.charAt(0) == c;
    }

    boolean isComment() {
        return type == TokenType.LINE_COMMENT || type == TokenType.BLOCK_COMMENT;
    }

    boolean isLiteral() {
        return type == TokenType.STRING || type == TokenType.NUMBER || type == TokenType.PLACEHOLDER;
    }
}

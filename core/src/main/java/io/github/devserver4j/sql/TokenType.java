package io.github.devserver4j.sql;

/** What a {@link Token} is. */
enum TokenType {
    WHITESPACE,
    /** From {@code --} or {@code #} to the end of the line, which is not part of it. */
    LINE_COMMENT,
    /** Also the opening and the closing mark of MySQL's executed comments. */
    BLOCK_COMMENT,
    STRING,
    NUMBER,
    /** A keyword or an unquoted name. */
    WORD,
    QUOTED_NAME,
    /** {@code ?}, {@code ?1} or, in dialects that have them, {@code :name}. */
    PLACEHOLDER,
    OPERATOR,
    /** A single character: parentheses, brackets, braces, comma, dot, semicolon and all that is nothing else. */
    PUNCTUATION,
    /** Stands for what was cut: {@code ...}. */
    ELLIPSIS
}

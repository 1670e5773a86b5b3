package io.github.devserver4j.sql;

/**
 * A token as a {@link SqlLayout} places it. Immutable.
 *
 * @param text what is shown of it: keywords are in upper case
 * @param gap what stands before it
 * @param anchor after a line break, the parenthesis that the new line is aligned to; 0 for the left margin
 * @param indent the spaces after that column
 * @param opens the number under which later lines are aligned to this parenthesis; 0 where none is
 */
record Piece(Token token, String text, Gap gap, int anchor, int indent, int opens) {

    /** What stands before a piece. */
    enum Gap {
        NONE,
        SPACE,
        LINE_BREAK
    }
}

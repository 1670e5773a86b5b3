package io.github.devserver4j.sql;

import java.util.ArrayList;
import java.util.List;

/** Writes a laid out statement with the values of one execution. Not thread-safe, used once. */
final class SqlWriter {

    /** Deeper parentheses are indented no further, which keeps the output in proportion whatever the text. */
    private static final int MAX_COLUMN = 100;

    private final List<Piece> pieces;
    private final Values values;
    private final StringBuilder line = new StringBuilder();
    /** Where in {@link #line} the present column is counted from: behind the last line break of a literal. */
    private int start;

    private SqlWriter(List<Piece> pieces, Values values) {
        this.pieces = pieces;
        this.values = values;
    }

    static List<String> lines(List<Piece> pieces, Values values) {
        return new SqlWriter(pieces, values).lines();
    }

    static String oneLine(List<Piece> pieces, Values values) {
        return new SqlWriter(pieces, values).oneLine();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        int[] columns = new int[pieces.size() + 1];
        for (Piece piece : pieces) {
            if (piece.gap() == Piece.Gap.LINE_BREAK) {
                lines.add(line.toString());
                line.setLength(0);
                start = 0;
                line.append(" ".repeat(columns[piece.anchor()] + piece.indent()));
            } else if (piece.gap() == Piece.Gap.SPACE) {
                line.append(' ');
            }
            append(values.show(piece));
            if (piece.opens() > 0) {
                columns[piece.opens()] = column();
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private void append(String text) {
        int lineBreak = text.lastIndexOf('\n');
        if (lineBreak >= 0) {
            start = line.length() + lineBreak + 1;
        }
        line.append(text);
    }

    private int column() {
        return Math.min(MAX_COLUMN, line.length() - start);
    }

    private String oneLine() {
        for (Piece piece : pieces) {
            if (piece.gap() != Piece.Gap.NONE) {
                line.append(' ');
            }
            boolean comment = piece.token().type() == TokenType.LINE_COMMENT;
            line.append(comment ? closed(piece.text()) : values.show(piece));
        }
        return line.toString();
    }

    /** A comment that ends by itself, so that it does not swallow what comes after it on the line. */
    static String closed(String lineComment) {
        String text = lineComment.substring(lineComment.startsWith("#") ? 1 : 2);
        return "/*" + text.replace("*/", "* /").replace("/*", "/ *").stripTrailing() + " */";
    }
}

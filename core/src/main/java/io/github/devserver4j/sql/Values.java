package io.github.devserver4j.sql;

import io.github.devserver4j.trace.Secrets;
import java.util.List;

/**
 * What is shown for the values of one execution of a statement. Immutable, thread-safe.
 *
 * @param literals the literals of the placeholders, in order
 * @param cutLong whether long strings are cut
 */
record Values(List<String> literals, Secrets secrets, boolean cutLong) {

    private static final String MASK = "'" + Secrets.MASK + "'";

    String show(Piece piece) {
        Token token = piece.token();
        String text = token.type() == TokenType.PLACEHOLDER ? literal(token) : piece.text();
        boolean given = token.type() != TokenType.PLACEHOLDER || !text.equals(token.text());
        if (given && isSecret(token)) {
            return MASK;
        }
        boolean cuttable = token.type() == TokenType.STRING || token.type() == TokenType.PLACEHOLDER;
        return cutLong && cuttable ? LongStrings.cut(text) : text;
    }

    /** The literals that are masked. */
    List<String> masked(Tokens tokens) {
        return tokens.list().stream()
                .filter(this::isSecret)
                .map(token -> token.type() == TokenType.PLACEHOLDER ? literal(token) : token.text())
                .toList();
    }

    private boolean isSecret(Token token) {
        return token.column() != null && secrets.isSecret(token.column());
    }

    private String literal(Token placeholder) {
        int index = placeholder.parameter() - 1;
        return index >= 0 && index < literals.size() ? literals.get(index) : placeholder.text();
    }
}

package io.github.devserver4j.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Cuts statements that are too long to be kept and looked at, such as a bulk import with all its values in one. */
public final class LongStatements {

    private static final int MAX_LENGTH = 100_000;
    private static final int SHOWN = 2_000;

    private LongStatements() {}

    public static boolean isLong(String sql) {
        return sql.length() > MAX_LENGTH;
    }

    /**
     * The beginning of a long statement with a last line that tells how long it was:
     * {@code -- … 8,000,000 characters in all, #1a2b3c4d}. It ends before what only the rest would tell to be a secret,
     * which is a value whose name follows it.
     *
     * @param hash what else tells it from other statements that begin alike
     */
    public static String cut(String sql, SqlDialect dialect, int hash) {
        String comment = String.format(Locale.ROOT, "-- … %,d characters in all, #%08x", sql.length(), hash);
        try {
            List<Token> tokens = SqlTokenizer.tokenize(sql.substring(0, SHOWN), dialect);
            StringBuilder head = new StringBuilder();
            tokens.subList(0, end(tokens)).forEach(token -> head.append(token.text()));
            return head.toString().stripTrailing() + "\n" + comment;
        } catch (RuntimeException | StackOverflowError unreadable) {
            return comment;
        }
    }

    private static int end(List<Token> tokens) {
        int end = tokens.size() - 1; // the last one is cut
        end = Math.min(end, openQuery(tokens));
        while (end > 0 && (tokens.get(end - 1).isLiteral() || isSpace(tokens.get(end - 1)))) {
            end--;
        }
        return end;
    }

    /** The first parenthesis that is not closed and holds a query, whose columns may be named after it. */
    private static int openQuery(List<Token> tokens) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isPunctuation('(')) {
                open.addLast(i);
            } else if (tokens.get(i).isPunctuation(')') && !open.isEmpty()) {
                open.removeLast();
            }
        }
        return open.stream().filter(i -> holdsQuery(tokens, i)).findFirst().orElse(tokens.size());
    }

    private static boolean holdsQuery(List<Token> tokens, int open) {
        int i = open + 1;
        while (i < tokens.size() && isSpace(tokens.get(i))) {
            i++;
        }
        Token first = i < tokens.size() ? tokens.get(i) : Token.NONE;
        return first.is("VALUES") || first.is("SELECT") || first.is("WITH");
    }

    private static boolean isSpace(Token token) {
        return token.type() == TokenType.WHITESPACE || token.isComment();
    }
}

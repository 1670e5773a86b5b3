package io.github.devserver4j.sql;

import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A statement's text, split once into tokens and kept by its text, so that showing it again costs its values alone.
 * Immutable, thread-safe.
 *
 * <pre>
 * SELECT ...
 * FROM "polls_numericpoll"
 * INNER JOIN "polls_event" ON ("polls_numericpoll"."event_id" = "polls_event"."id")
 * WHERE ("polls_event"."slug" = 'doi'
 *        AND "polls_event"."enabled" = TRUE)
 * ORDER BY "polls_event"."start_time" DESC LIMIT 1
 * </pre>
 *
 * <p>No method throws, whatever the text: what cannot be laid out is shown as it was given.
 */
public final class SqlText {

    private static final SqlTextCache CACHE = new SqlTextCache();

    private final String sql;
    private final String operation;
    private final int placeholders;
    private final Tokens tokens;
    private final Map<TextStyle, List<Piece>> layouts = new ConcurrentHashMap<>();

    private SqlText(String sql, Tokens tokens) {
        this.sql = sql;
        this.tokens = tokens;
        this.operation = collapsed(tokens);
        this.placeholders =
                tokens.list().stream().mapToInt(Token::parameter).max().orElse(0);
    }

    /** The text of a statement with JDBC placeholders ({@code ?}); any text is accepted and none is lost. */
    public static SqlText of(String sql, SqlDialect dialect) {
        return CACHE.get(sql, dialect);
    }

    static SqlText parse(String sql, SqlDialect dialect) {
        try {
            Tokens tokens = Tokens.withoutWhitespace(SqlTokenizer.tokenize(sql, dialect));
            return new SqlText(sql, ColumnNames.assign(tokens));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return new SqlText(sql, new Tokens(List.of(Token.of(TokenType.PUNCTUATION, sql, false))));
        }
    }

    /** How many placeholders the statement has. Numbered ones ({@code ?1}) count as their highest number. */
    public int placeholders() {
        return placeholders;
    }

    /** The placeholders as they stand in the text, in order: {@code ?}, {@code :name}. */
    public List<String> placeholderNames() {
        return tokens.list().stream()
                .filter(token -> token.type() == TokenType.PLACEHOLDER)
                .map(Token::text)
                .toList();
    }

    /**
     * The statement as it was given, with whitespace collapsed: equal for executions that differ in nothing but the
     * values of their placeholders. Its literals are not masked: for comparing, and not for showing.
     */
    public String operation() {
        return operation;
    }

    /**
     * The statement on one line, complete, with literals in place of its placeholders and secrets masked. Line breaks
     * within literals and comments stay.
     *
     * @param literals SQL literals as {@link SqlLiteral} writes them, in order; a placeholder without one stays
     */
    public String oneLine(List<String> literals, Secrets secrets) {
        return oneLine(literals, secrets, TextStyle.COMPLETE);
    }

    /** The statement on one line, cut as {@code style} says. */
    public String oneLine(List<String> literals, Secrets secrets, TextStyle style) {
        try {
            return SqlWriter.oneLine(layout(style), new Values(literals, secrets, style.truncateSql()));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return sql;
        }
    }

    /**
     * The statement in lines as the console prints it, with literals in place of its placeholders and secrets masked. A
     * literal with line breaks stays in one piece, and so in one element, since indenting it would change it.
     *
     * @param literals SQL literals as {@link SqlLiteral} writes them, in order; a placeholder without one stays
     */
    public List<String> lines(List<String> literals, Secrets secrets, TextStyle style) {
        try {
            return SqlWriter.lines(layout(style), new Values(literals, secrets, style.truncateSql()));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return List.of(sql);
        }
    }

    /**
     * The SQL literals of the statement, and of those given for its placeholders, that are masked when it is shown.
     * They are secret: for looking them up elsewhere, and not for showing.
     */
    public List<String> masked(List<String> literals, Secrets secrets) {
        return new Values(literals, secrets, false).masked(tokens);
    }

    private List<Piece> layout(TextStyle style) {
        return layouts.computeIfAbsent(style, s -> SqlLayout.of(shortened(s)));
    }

    private Tokens shortened(TextStyle style) {
        if (!style.truncateSql()) {
            return tokens;
        }
        Cuts cuts = new Cuts(tokens);
        SelectLists.cut(tokens, style.truncateAggregates(), cuts);
        LongLists.cut(tokens, cuts);
        return cuts.apply();
    }

    private static String collapsed(Tokens tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens.list()) {
            boolean comment = token.type() == TokenType.LINE_COMMENT;
            text.append(token.spaced() && !text.isEmpty() ? " " : "")
                    .append(comment ? SqlWriter.closed(token.text()) : token.text());
        }
        return text.toString();
    }
}

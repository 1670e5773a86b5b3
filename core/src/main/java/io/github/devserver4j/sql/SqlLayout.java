package io.github.devserver4j.sql;

import io.github.devserver4j.sql.Piece.Gap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Decides where the lines of a statement break, what they are aligned to, and which words are in upper case. Values
 * have no part in it, so that one layout serves all executions of a statement. Not thread-safe, used once.
 */
final class SqlLayout {

    /** What a parenthesis follows that holds conditions; after anything else it holds arguments or a list. */
    private static final Set<String> BEFORE_CONDITION = Set.of("AND", "OR", "XOR", "NOT", "WHERE", "ON", "HAVING");

    /** Where a line would break, or {@link #NO_BREAK}. */
    private record Break(int anchor, int indent) {
        boolean isNone() {
            return anchor < 0;
        }
    }

    private static final Break NO_BREAK = new Break(-1, 0);

    private final Tokens tokens;
    private final Clauses clauses;
    private final List<Piece> pieces;
    private final Deque<Level> levels = new ArrayDeque<>();
    /** The break that is due before the next token, if that has none of its own. */
    private Break due = NO_BREAK;

    private int anchors;

    private SqlLayout(Tokens tokens) {
        this.tokens = tokens;
        this.clauses = new Clauses(tokens);
        this.pieces = new ArrayList<>(tokens.size());
    }

    static List<Piece> of(Tokens tokens) {
        SqlLayout layout = new SqlLayout(tokens);
        layout.levels.push(new Level(Level.Kind.QUERY, 0));
        for (int i = 0; i < tokens.size(); i++) {
            layout.place(i);
        }
        return List.copyOf(layout.pieces);
    }

    private void place(int index) {
        Token token = tokens.get(index);
        boolean keyword = tokens.isKeyword(index);
        int anchorsBefore = anchors;
        Break own = token.type() == TokenType.PUNCTUATION ? punctuation(index, token) : word(index, token, keyword);
        Break chosen = own.isNone() ? due : own;
        due = NO_BREAK;
        String text = keyword ? token.word() : shown(token);
        Gap gap = chosen.isNone() || index == 0 ? gap(index, token) : Gap.LINE_BREAK;
        int opens = anchors > anchorsBefore ? anchors : 0;
        pieces.add(new Piece(token, text, gap, Math.max(0, chosen.anchor), chosen.indent, opens));
        after(token);
    }

    /** A doubled question mark is given to the database as a single one. */
    private static String shown(Token token) {
        boolean doubled = token.type() == TokenType.OPERATOR && token.text().startsWith("??");
        return doubled ? token.text().substring(1) : token.text();
    }

    private Gap gap(int index, Token token) {
        boolean tight = tokens.get(index - 1).isPunctuation('(')
                || token.isPunctuation(')')
                || token.isPunctuation(',')
                || token.isPunctuation(';');
        return token.spaced() && !tight && index > 0 ? Gap.SPACE : Gap.NONE;
    }

    private void after(Token token) {
        Level level = levels.element();
        if (token.type() == TokenType.LINE_COMMENT) {
            due = new Break(level.anchor, 0);
        } else if (token.isPunctuation(';') && levels.size() == 1) {
            levels.clear();
            levels.push(new Level(Level.Kind.QUERY, 0));
            due = new Break(0, 0);
        } else if (token.isPunctuation(',') && level.isQuery() && level.verb.equals("WITH")) {
            due = new Break(level.anchor, "WITH ".length());
        }
    }

    private Break punctuation(int index, Token token) {
        if (token.isPunctuation('(')) {
            return open(index);
        }
        if (token.isPunctuation(')') && levels.size() > 1) {
            levels.pop();
        }
        return NO_BREAK;
    }

    private Break open(int index) {
        Level around = levels.element();
        Token previous = tokens.before(index);
        anchors++;
        if (tokens.opensQuery(index)) {
            return openQuery(around, previous);
        }
        boolean condition =
                around.isCondition() && (previous.isPunctuation('(') || BEFORE_CONDITION.contains(previous.word()));
        levels.push(new Level(condition ? Level.Kind.CONDITION : Level.Kind.INLINE, anchors));
        return NO_BREAK;
    }

    private Break openQuery(Level around, Token previous) {
        Break before = new Break(around.anchor, around.subqueryIndent());
        if (around.isQuery() && around.verb.isEmpty()) {
            around.verb = "SELECT";
            around.enter("UNION");
        }
        levels.push(new Level(Level.Kind.QUERY, anchors));
        return previous.isNone() || previous.isPunctuation('(') ? NO_BREAK : before;
    }

    private Break word(int index, Token token, boolean keyword) {
        Level level = levels.element();
        if (!keyword) {
            return NO_BREAK;
        }
        switch (token.word()) {
            case "CASE" -> level.openCase();
            case "END" -> level.endCase();
            case "BETWEEN" -> level.openBetween();
            case "AND", "OR", "XOR" -> {
                boolean ofBetween = token.is("AND") && level.endBetween();
                return !ofBetween && level.isCondition() ? breakAt(level, level.conditionIndent()) : NO_BREAK;
            }
            default -> {
                return level.isQuery() && clauses.breaksBefore(index, level) ? breakAt(level, 0) : NO_BREAK;
            }
        }
        return NO_BREAK;
    }

    private static Break breakAt(Level level, int indent) {
        return new Break(level.anchor, indent);
    }
}

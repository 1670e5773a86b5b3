package io.github.devserver4j.sql;

import java.util.Set;

/**
 * Tells which words begin a clause on a line of its own, and follows the statement from clause to clause: the rules of
 * Python's sqlparse, but for LIMIT, OFFSET and FETCH, which stay on the line of ORDER BY, and DELETE FROM, which stays
 * together. Not thread-safe.
 */
final class Clauses {

    private static final Set<String> STATEMENTS =
            Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "VALUES", "WITH");

    private static final Set<String> INSERTS = Set.of("INSERT", "REPLACE", "MERGE");

    /** After these the statement proper follows, on the same line. */
    private static final Set<String> PREFIXES = Set.of("EXPLAIN", "ANALYZE", "DESCRIBE", "DESC", "VERBOSE", "PLAN");

    private static final Set<String> JOINS = Set.of(
            "JOIN", "APPLY", "NATURAL", "INNER", "LEFT", "RIGHT", "FULL", "OUTER", "CROSS", "STRAIGHT_JOIN", "ASOF");

    private static final Set<String> LOCKS = Set.of("UPDATE", "SHARE", "NO", "KEY");

    private final Tokens tokens;

    Clauses(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether a line breaks before the keyword at {@code index}, which stands in a query and outside CASE. */
    boolean breaksBefore(int index, Level level) {
        String word = tokens.get(index).word();
        if (!STATEMENTS.contains(level.verb) || level.verb.equals("WITH")) {
            return begins(index, word, level);
        }
        if (JOINS.contains(word)) {
            return join(index, level);
        }
        return switch (word) {
            case "FROM" -> from(index, level);
            case "WHERE", "HAVING", "RETURNING", "QUALIFY" -> enter(level, word);
            case "GROUP", "ORDER" -> nextIs(index, "BY", "SIBLINGS") && enter(level, word);
            case "LIMIT", "OFFSET" -> limit(level);
            case "FETCH" -> nextIs(index, "FIRST", "NEXT") && limit(level);
            case "UNION", "EXCEPT", "INTERSECT" -> enter(level, "UNION");
            case "MINUS" -> (nextIs(index, "SELECT", "ALL") || tokens.opensQuery(index + 1)) && enter(level, "UNION");
            case "ON" -> on(index, level);
            case "FOR" -> level.verb.equals("SELECT") && LOCKS.contains(next(index)) && enter(level, word);
            case "START" -> nextIs(index, "WITH") && enter(level, word);
            case "CONNECT" -> nextIs(index, "BY") && enter(level, word);
            case "WINDOW" -> tokens.after(tokens.indexAfter(index)).is("AS") && enter(level, word);
            default -> statementClause(index, word, level);
        };
    }

    private boolean statementClause(int index, String word, Level level) {
        return switch (word) {
            case "SELECT", "WITH" -> nested(index, word, level);
            case "VALUES" -> !tokens.before(index).is("DEFAULT") && values(level);
            case "SET" -> !isAction(level) && enter(level, word);
            case "USING" ->
                (level.verb.equals("MERGE") || (level.verb.equals("DELETE") && level.clause.equals("FROM")))
                        && enter(level, word);
            case "WHEN" -> level.verb.equals("MERGE") && enter(level, word);
            default -> false;
        };
    }

    private boolean begins(int index, String word, Level level) {
        boolean continued = !level.verb.isEmpty() && !PREFIXES.contains(level.verb);
        boolean body =
                !continued || level.verb.equals("WITH") || tokens.before(index).is("AS");
        if (STATEMENTS.contains(word) && body) {
            level.verb = word;
            level.enter(word);
            return continued;
        }
        level.verb = continued ? level.verb : word;
        return false;
    }

    private boolean nested(int index, String word, Level level) {
        if (word.equals("WITH") && !nextIs(tokens.indexAfter(index), "AS")) {
            return false;
        }
        level.verb = word.equals("SELECT") && level.verb.equals("VALUES") ? word : level.verb;
        return enter(level, word);
    }

    private boolean values(Level level) {
        return INSERTS.contains(level.verb)
                && !isAction(level)
                && !level.clause.equals("VALUES")
                && enter(level, "VALUES");
    }

    /** Whether this is what MERGE or ON CONFLICT does in one case, which stays on one line. */
    private static boolean isAction(Level level) {
        return level.verb.equals("SELECT") || level.clause.equals("WHEN") || level.clause.equals("CONFLICT");
    }

    private boolean join(int index, Level level) {
        if (JOINS.contains(tokens.before(index).word()) || !leadsToJoin(index)) {
            return false;
        }
        return !Set.of("SELECT", "WHERE", "SET", "VALUES").contains(level.clause) && enter(level, "JOIN");
    }

    private boolean leadsToJoin(int index) {
        int i = index;
        while (JOINS.contains(tokens.get(i).word())) {
            if (tokens.get(i).word().endsWith("JOIN") || tokens.get(i).is("APPLY")) {
                return true;
            }
            i = tokens.indexAfter(i);
        }
        return false;
    }

    private boolean from(int index, Level level) {
        if (tokens.isDistinctFrom(index)) {
            return false;
        }
        level.clause = "FROM";
        return !tokens.before(index).is("DELETE");
    }

    private static boolean limit(Level level) {
        boolean ownLine = !level.limited;
        level.enter("LIMIT");
        return ownLine;
    }

    private boolean on(int index, Level level) {
        if (nextIs(index, "CONFLICT", "DUPLICATE")) {
            return enter(level, "CONFLICT");
        }
        if (level.clause.equals("JOIN") || level.clause.equals("USING")) {
            level.clause = "ON";
        }
        return false;
    }

    private static boolean enter(Level level, String clause) {
        level.enter(clause);
        return true;
    }

    private String next(int index) {
        return tokens.after(index).word();
    }

    private boolean nextIs(int index, String word, String... others) {
        String next = next(index);
        return next.equals(word) || Set.of(others).contains(next);
    }
}

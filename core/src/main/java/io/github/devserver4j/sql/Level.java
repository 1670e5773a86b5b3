package io.github.devserver4j.sql;

import java.util.Set;

/** A statement, a subquery or a parenthesis, while {@link SqlLayout} is in it. Not thread-safe. */
final class Level {

    enum Kind {
        /** Lines break at clauses. */
        QUERY,
        /** Lines break at AND and OR. */
        CONDITION,
        /** Lines do not break: function arguments, lists of columns and values. */
        INLINE
    }

    private static final Set<String> CONDITIONS = Set.of("WHERE", "ON", "HAVING", "QUALIFY");

    final Kind kind;
    /** The parenthesis its lines are aligned to; 0 for the statement itself. */
    final int anchor;
    /** What sort of statement it is: SELECT, INSERT, WITH, ...; empty before its first word. */
    String verb = "";
    /** The clause that is being read. */
    String clause = "";
    /** Whether ORDER BY, LIMIT, OFFSET or FETCH was there, on whose line the next of them stays. */
    boolean limited;

    private int openCases;
    private int openBetweens;

    Level(Kind kind, int anchor) {
        this.kind = kind;
        this.anchor = anchor;
    }

    boolean isQuery() {
        return kind == Kind.QUERY && openCases == 0;
    }

    /** Whether AND and OR separate conditions that have a line each. */
    boolean isCondition() {
        return openCases == 0 && (kind == Kind.CONDITION || (kind == Kind.QUERY && CONDITIONS.contains(clause)));
    }

    void enter(String newClause) {
        clause = newClause;
        limited |= newClause.equals("ORDER") || newClause.equals("LIMIT");
        limited &= !newClause.equals("UNION");
    }

    void openCase() {
        openCases++;
    }

    void endCase() {
        openCases = Math.max(0, openCases - 1);
    }

    void openBetween() {
        openBetweens++;
    }

    /** Whether an AND is that of BETWEEN x AND y. */
    boolean endBetween() {
        boolean open = openBetweens > 0;
        openBetweens -= open ? 1 : 0;
        return open;
    }

    /** How far lines with a condition are indented. */
    int conditionIndent() {
        return kind == Kind.QUERY ? 2 : 0;
    }

    /** How far a subquery is indented that begins here; one that is an operand of UNION is not. */
    int subqueryIndent() {
        if (kind == Kind.QUERY && (verb.isEmpty() || clause.equals("UNION"))) {
            return 0;
        }
        return isCondition() ? conditionIndent() + 2 : 2;
    }
}

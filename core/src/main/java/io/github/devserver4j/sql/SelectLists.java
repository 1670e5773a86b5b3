package io.github.devserver4j.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Finds the select lists of a statement and its subqueries: all that stands between {@code SELECT} and its
 * {@code FROM}, as django-devserver takes it. Hints, {@code DISTINCT} and {@code TOP} are not part of it. A list with an
 * aggregate may be kept. Not thread-safe, used once.
 */
final class SelectLists {

    private static final Set<String> AGGREGATES =
            Set.of(("ANY_VALUE ARRAY_AGG AVG AVERAGE BIT_AND BIT_OR BOOL_AND BOOL_OR COUNT COUNT_BIG EVERY GROUP_CONCAT"
                            + " JSON_AGG JSON_ARRAYAGG JSON_OBJECTAGG JSON_OBJECT_AGG JSONB_AGG JSONB_OBJECT_AGG"
                            + " LISTAGG MAX MEDIAN MIN MODE PERCENTILE_CONT PERCENTILE_DISC STDDEV STDDEV_POP"
                            + " STDDEV_SAMP STRING_AGG SUM VAR_POP VAR_SAMP VARIANCE XMLAGG")
                    .split(" "));

    /** A statement or subquery that is being read. */
    private static final class Query {
        private int listStart = -1;
        private boolean aggregate;
        /** How many parentheses that are no subqueries are open in it. */
        private int depth;
    }

    private final Tokens tokens;
    private final Token verb;
    private final boolean cutAggregates;
    private final Cuts cuts;
    private final Deque<Query> queries = new ArrayDeque<>();

    private SelectLists(Tokens tokens, boolean cutAggregates, Cuts cuts) {
        this.tokens = tokens;
        this.verb = tokens.after(-1);
        this.cutAggregates = cutAggregates;
        this.cuts = cuts;
    }

    static void cut(Tokens tokens, boolean cutAggregates, Cuts cuts) {
        new SelectLists(tokens, cutAggregates, cuts).scan();
    }

    private void scan() {
        queries.push(new Query());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isPunctuation('(')) {
                open(i);
            } else if (token.isPunctuation(')')) {
                close();
            } else if (!token.word().isEmpty()) {
                word(i, token, queries.element());
            } else if (token.isPunctuation(';')) {
                queries.clear();
                queries.push(new Query());
            }
        }
    }

    private void open(int index) {
        if (tokens.opensQuery(index)) {
            queries.push(new Query());
        } else {
            queries.element().depth++;
        }
    }

    private void close() {
        Query query = queries.element();
        if (query.depth > 0) {
            query.depth--;
        } else if (queries.size() > 1) {
            queries.pop();
        }
    }

    private void word(int index, Token token, Query query) {
        if (AGGREGATES.contains(token.word()) && tokens.after(index).isPunctuation('(')) {
            query.aggregate = true;
        } else if (query.depth == 0 && token.is("SELECT") && !isPrivilege(index)) {
            query.listStart = listStart(index + 1);
            query.aggregate = false;
        } else if (query.depth == 0 && token.is("FROM") && query.listStart >= 0 && tokens.isKeyword(index)) {
            end(index, query);
        }
    }

    private boolean isPrivilege(int index) {
        return verb.is("GRANT") || verb.is("REVOKE") || tokens.before(index).isPunctuation('.');
    }

    private void end(int from, Query query) {
        if (tokens.isDistinctFrom(from)) {
            return;
        }
        if (cutAggregates || !query.aggregate) {
            cuts.add(query.listStart, from, "...");
        }
        query.listStart = -1;
    }

    private int listStart(int index) {
        int i = index;
        while (isModifier(tokens.get(i))) {
            i++;
        }
        if (!tokens.get(i).is("TOP")) {
            return i;
        }
        i++;
        if (!tokens.get(i).isPunctuation('(')) {
            return i + 1;
        }
        while (i < tokens.size() && !tokens.get(i).isPunctuation(')')) {
            i++;
        }
        return i + 1;
    }

    private static boolean isModifier(Token token) {
        return token.is("DISTINCT")
                || token.is("ALL")
                || token.is("SQL_CALC_FOUND_ROWS")
                || token.is("STRAIGHT_JOIN")
                || (token.type() == TokenType.BLOCK_COMMENT && token.text().startsWith("/*+"));
    }
}

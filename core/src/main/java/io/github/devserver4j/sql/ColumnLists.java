package io.github.devserver4j.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns of a query in parentheses where a list beside it names them: {@code (VALUES (?, ?)) AS s(id, token)}
 * and {@code WITH s(id, token) AS (VALUES (?, ?))}. Not thread-safe.
 */
final class ColumnLists {

    private final Tokens tokens;
    /** For each parenthesis the index of the other one of its pair, or -1. */
    private final int[] partners;

    ColumnLists(Tokens tokens) {
        this.tokens = tokens;
        this.partners = new int[tokens.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < partners.length; i++) {
            partners[i] = -1;
            if (tokens.get(i).isPunctuation('(')) {
                open.push(i);
            } else if (tokens.get(i).isPunctuation(')') && !open.isEmpty()) {
                partners[i] = open.pop();
                partners[partners[i]] = i;
            }
        }
    }

    /** The columns of the query whose parenthesis opens at {@code index}; null if it is none or has no list. */
    @Nullable
    List<String> of(int index) {
        if (!tokens.opensQuery(index) && !tokens.after(index).is("VALUES")) {
            return null;
        }
        List<String> before = before(index);
        return before == null && partners[index] > 0 ? after(partners[index]) : before;
    }

    private @Nullable List<String> before(int index) {
        int i = tokens.indexBefore(index);
        if (tokens.get(i).is("MATERIALIZED")) {
            i = tokens.indexBefore(i);
            i = tokens.get(i).is("NOT") ? tokens.indexBefore(i) : i;
        }
        int close = tokens.indexBefore(i);
        boolean listed = tokens.get(i).is("AS") && tokens.get(close).isPunctuation(')') && partners[close] >= 0;
        return listed ? names(partners[close]) : null;
    }

    private @Nullable List<String> after(int close) {
        int i = tokens.indexAfter(close);
        if (tokens.get(i).is("AS")) {
            i = tokens.indexAfter(i);
        }
        int list = tokens.indexAfter(i);
        boolean listed = isName(tokens.get(i))
                && !tokens.isKeyword(i)
                && tokens.get(list).isPunctuation('(');
        return listed ? names(list) : null;
    }

    private @Nullable List<String> names(int open) {
        List<String> names = new ArrayList<>();
        int i = open;
        do {
            i = tokens.indexAfter(i);
            if (!isName(tokens.get(i))) {
                return null;
            }
            names.add(Names.unquoted(tokens.get(i).text()));
            i = tokens.indexAfter(i);
        } while (tokens.get(i).isPunctuation(','));
        return tokens.get(i).isPunctuation(')') ? names : null;
    }

    private static boolean isName(Token token) {
        return token.type() == TokenType.WORD || token.type() == TokenType.QUOTED_NAME;
    }
}

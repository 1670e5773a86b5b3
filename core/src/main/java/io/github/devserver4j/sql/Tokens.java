package io.github.devserver4j.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A statement's tokens without whitespace, and a look past comments to their neighbours. Immutable, thread-safe. */
final class Tokens {

    private static final Set<String> NAMED_STATEMENTS = Set.of("VALUES", "INSERT", "UPDATE", "DELETE", "MERGE");

    private final List<Token> list;

    Tokens(List<Token> list) {
        this.list = List.copyOf(list);
    }

    static Tokens withoutWhitespace(List<Token> all) {
        List<Token> rest = new ArrayList<>(all.size());
        for (Token token : all) {
            if (token.type() != TokenType.WHITESPACE) {
                rest.add(token);
            }
        }
        return new Tokens(rest);
    }

    List<Token> list() {
        return list;
    }

    int size() {
        return list.size();
    }

    Token get(int index) {
        return index < 0 || index >= list.size() ? Token.NONE : list.get(index);
    }

    /** The nearest token before {@code index} that is not a comment, or {@link Token#NONE}. */
    Token before(int index) {
        return get(indexBefore(index));
    }

    /** The nearest token after {@code index} that is not a comment, or {@link Token#NONE}. */
    Token after(int index) {
        return get(indexAfter(index));
    }

    int indexBefore(int index) {
        int i = index - 1;
        while (get(i).isComment()) {
            i--;
        }
        return i;
    }

    int indexAfter(int index) {
        int i = index + 1;
        while (get(i).isComment()) {
            i++;
        }
        return i;
    }

    boolean isKeyword(int index) {
        return get(index).type() == TokenType.WORD && SqlKeywords.isKeyword(before(index), get(index), after(index));
    }

    /** Whether a subquery or the statement of a common table expression begins with the parenthesis at {@code index}. */
    boolean opensQuery(int index) {
        if (!get(index).isPunctuation('(')) {
            return false;
        }
        Token next = after(index);
        Token previous = before(index);
        boolean named = previous.is("AS") || previous.is("MATERIALIZED");
        return next.is("SELECT") || next.is("WITH") || (named && NAMED_STATEMENTS.contains(next.word()));
    }

    /** Whether the FROM at {@code index} is that of IS [NOT] DISTINCT FROM. */
    boolean isDistinctFrom(int index) {
        int distinct = indexBefore(index);
        Token before = before(distinct);
        return get(distinct).is("DISTINCT") && (before.is("IS") || before.is("NOT"));
    }
}

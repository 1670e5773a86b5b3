package io.github.devserver4j.sql;

import java.util.ArrayList;
import java.util.List;

/** A statement's tokens without whitespace, and a look past comments to their neighbours. Immutable, thread-safe. */
final class Tokens {

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
        return SqlKeywords.isKeyword(before(index), get(index), after(index));
    }

    /** Whether a subquery begins with the parenthesis at {@code index}. */
    boolean opensQuery(int index) {
        Token next = after(index);
        return get(index).isPunctuation('(') && (next.is("SELECT") || next.is("WITH"));
    }

    /** Whether the FROM at {@code index} is that of IS [NOT] DISTINCT FROM. */
    boolean isDistinctFrom(int index) {
        int distinct = indexBefore(index);
        Token before = before(distinct);
        return get(distinct).is("DISTINCT") && (before.is("IS") || before.is("NOT"));
    }
}

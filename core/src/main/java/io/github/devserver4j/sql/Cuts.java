package io.github.devserver4j.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is left out of a statement that is shown truncated. Not thread-safe. */
final class Cuts {

    private record Cut(int end, String shown) {}

    private final Tokens tokens;
    private final Map<Integer, Cut> cuts = new HashMap<>();

    Cuts(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Shows {@code shown} in place of the tokens from {@code start} up to {@code end}, which stays. */
    void add(int start, int end, String shown) {
        if (end > start) {
            cuts.put(start, new Cut(end, shown));
        }
    }

    /** The tokens that are left. A cut within another one is part of it. */
    Tokens apply() {
        List<Token> left = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Cut cut = cuts.get(i);
            left.add(cut == null ? tokens.get(i) : Token.of(TokenType.ELLIPSIS, cut.shown(), true));
            i = cut == null ? i + 1 : cut.end();
        }
        return new Tokens(left);
    }
}

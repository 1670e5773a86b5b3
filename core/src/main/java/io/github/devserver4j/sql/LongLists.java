package io.github.devserver4j.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code IN} lists and the rows of {@code VALUES} with more than {@value #SHOWN} items, which are shown as their
 * first ones and {@code ... 481 more}. Not thread-safe, used once.
 */
final class LongLists {

    static final int SHOWN = 20;

    /** What is counted: the items of an open parenthesis, or the rows after {@code VALUES}. */
    private static final class Items {
        private int count = 1;
        private int cutFrom;

        void next(int index) {
            if (count++ == SHOWN) {
                cutFrom = index;
            }
        }
    }

    /** An open parenthesis, or the statement itself. */
    private static final class Level {
        private final @Nullable Items items;
        private @Nullable Items rows;

        Level(@Nullable Items items) {
            this.items = items;
        }
    }

    private final Tokens tokens;
    private final Cuts cuts;
    private final Deque<Level> levels = new ArrayDeque<>();

    private LongLists(Tokens tokens, Cuts cuts) {
        this.tokens = tokens;
        this.cuts = cuts;
    }

    static void cut(Tokens tokens, Cuts cuts) {
        new LongLists(tokens, cuts).scan();
    }

    /** {@code ... 1,481 more}. */
    static String more(long count) {
        return String.format(Locale.ROOT, "... %,d more", count);
    }

    private void scan() {
        levels.push(new Level(null));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isPunctuation('(')) {
                boolean list = tokens.before(i).is("IN") && !tokens.opensQuery(i);
                levels.push(new Level(list ? new Items() : null));
            } else if (token.isPunctuation(')')) {
                close(i);
            } else {
                inside(i, token, levels.element());
            }
        }
        endRows(tokens.size(), levels.element());
    }

    private void close(int index) {
        Level level = levels.element();
        endRows(index, level);
        end(index, level.items);
        if (levels.size() > 1) {
            levels.pop();
        }
    }

    private void inside(int index, Token token, Level level) {
        if (token.isPunctuation(',')) {
            Items counted = level.rows == null ? level.items : level.rows;
            if (counted != null) {
                counted.next(index + 1);
            }
        } else if (token.is("VALUES") && tokens.after(index).isPunctuation('(')) {
            level.rows = new Items();
        } else if (!token.isComment()) {
            endRows(index, level);
        }
    }

    private void endRows(int index, Level level) {
        end(index, level.rows);
        level.rows = null;
    }

    private void end(int index, @Nullable Items items) {
        if (items != null && items.count > SHOWN) {
            cuts.add(items.cutFrom, index, more(items.count - SHOWN));
        }
    }
}

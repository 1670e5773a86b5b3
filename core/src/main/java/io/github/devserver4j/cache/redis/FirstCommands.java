package io.github.devserver4j.cache.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first of several commands that are sent at once, by which the call of all is told apart: {@code (SET users:1,
 * GET users:2, …)}. Their text is made when it is shown. Not thread-safe until all are added.
 */
public final class FirstCommands {

    private static final int MAX = 3;

    private final List<Named> first = new ArrayList<>(MAX);
    private int count;

    /** Whether one more is only counted, so that its key need not be looked for. */
    public boolean isFull() {
        return first.size() == MAX;
    }

    /** One more, with its key as {@link RedisKey} makes it. */
    public void add(RedisCommand command, @Nullable Object key) {
        if (!isFull()) {
            first.add(new Named(command, key));
        }
        count++;
    }

    @Override
    public String toString() {
        return first.stream()
                .map(Named::toString)
                .collect(Collectors.joining(", ", "(", count > MAX ? ", \u2026)" : ")"));
    }

    private record Named(RedisCommand command, @Nullable Object key) {
        @Override
        public String toString() {
            return key == null ? command.name() : command.name() + " " + key;
        }
    }
}

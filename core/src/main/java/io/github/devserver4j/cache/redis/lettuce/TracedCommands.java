package io.github.devserver4j.cache.redis.lettuce;

import io.lettuce.core.protocol.RedisCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Commands that are written at once. */
final class TracedCommands<K, V> {

    private final Collection<? extends RedisCommand<K, V, ?>> commands;
    private final List<RedisCommand<K, V, ?>> written;
    private final List<Part> parts = new ArrayList<>();

    TracedCommands(Collection<? extends RedisCommand<K, V, ?>> commands) {
        this.commands = commands;
        this.written = new ArrayList<>(commands.size());
    }

    void add(RedisCommand<K, V, ?> command, @Nullable TracedCommand<K, V, ?> traced) {
        written.add(traced == null ? command : traced);
        if (traced != null) {
            parts.add(traced.part());
        }
    }

    /** Writes them, and gives the commands that callers know. */
    Collection<RedisCommand<K, V, ?>> writtenBy(UnaryOperator<Collection<RedisCommand<K, V, ?>>> writer) {
        parts.forEach(Part::begin);
        try {
            var unused = writer.apply(written);
        } catch (Throwable failure) {
            parts.forEach(part -> part.failed(failure));
            throw failure;
        }
        parts.forEach(Part::sent);
        return new ArrayList<>(commands);
    }
}

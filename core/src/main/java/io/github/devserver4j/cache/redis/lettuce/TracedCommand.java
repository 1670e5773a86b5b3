package io.github.devserver4j.cache.redis.lettuce;

import io.lettuce.core.protocol.CommandWrapper;
import io.lettuce.core.protocol.CompleteableCommand;
import io.lettuce.core.protocol.RedisCommand;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * A command that tells its part of a call how it ended, and before the application is told: a request that waits for it may
 * be over at once. An application that gives up waiting cancels the command inside.
 */
final class TracedCommand<K, V, T> extends CommandWrapper<K, V, T> implements BiConsumer<T, Throwable> {

    private final Part part;

    private TracedCommand(RedisCommand<K, V, T> command, Part part) {
        super(command);
        this.part = part;
    }

    @SuppressWarnings("unchecked")
    static <K, V, T> TracedCommand<K, V, T> of(RedisCommand<K, V, T> command, Part part) {
        TracedCommand<K, V, T> traced = new TracedCommand<>(command, part);
        if (command instanceof CompleteableCommand<?>) {
            ((CompleteableCommand<T>) command).onComplete(traced);
        }
        return traced;
    }

    /** Writes it, and gives the command that callers know. */
    RedisCommand<K, V, T> writtenBy(UnaryOperator<RedisCommand<K, V, T>> writer) {
        part.begin(); // not any deeper, as each frame between here and the application costs
        try {
            var unused = writer.apply(this);
        } catch (Throwable failure) {
            part.failed(failure);
            throw failure;
        }
        part.sent();
        return command;
    }

    Part part() {
        return part;
    }

    @Override
    public void complete() {
        part.answered(command);
        super.complete();
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        part.failed(failure);
        return super.completeExceptionally(failure);
    }

    @Override
    public void cancel() {
        part.failed(new CancellationException());
        super.cancel();
    }

    /** The command inside has ended. */
    @Override
    @SuppressWarnings("NullAway") // null for one that was answered
    public void accept(T result, Throwable failure) {
        if (failure != null) {
            part.failed(failure);
        }
    }
}

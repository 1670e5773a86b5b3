package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.redis.RedisReplies;
import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import io.lettuce.core.protocol.RedisCommand;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A command that is a call by itself; of a future it learns the end as any callback does. */
final class SingleCommand implements Part, BiConsumer<@Nullable Object, @Nullable Throwable> {

    private final CacheExchange call;
    private final RedisCommand<?, ?, ?> command;
    private final @Nullable ObservedElements elements;

    private SingleCommand(CacheExchange call, Meaning meaning, RedisCommand<?, ?, ?> command) {
        this.call = call;
        this.command = command;
        this.elements = isFuture() ? null : ObservedElements.of(meaning, command.getOutput());
    }

    private boolean isFuture() {
        return command instanceof Future<?>;
    }

    /** The call of a command, not yet begun. */
    static SingleCommand of(
            RedisServer server, TraceRecorder recorder, Meaning meaning, RedisCommand<?, ?, ?> command) {
        Object key = meaning.key(command);
        CacheExchange call = server.exchange(recorder, meaning.command(), meaning.keyCount(), key);
        return new SingleCommand(call, meaning, command);
    }

    CacheExchange call() {
        return call;
    }

    @Override
    public void begin() {
        call.begin();
    }

    @Override
    public void sent() {
        call.sent();
    }

    @Override
    public void answered(RedisCommand<?, ?, ?> answered) {
        Throwable error = null;
        try {
            error = Errors.of(answered);
            if (error == null && !call.isEnded()) {
                RedisReplies replies = elements == null ? Meaning.noReplies() : elements.replies();
                if (elements == null) {
                    Meaning.of(answered).count(replies, answered);
                }
                replies.tell(call);
            }
        } catch (Throwable fault) {
            Faults.report(fault);
        }
        call.end(error);
    }

    /** A reactive subscriber that has got enough cancels, and nothing has failed. */
    @Override
    public void failed(Throwable failure) {
        call.end(failure instanceof CancellationException && !isFuture() ? null : failure);
    }

    @Override
    public void accept(@Nullable Object result, @Nullable Throwable failure) {
        if (failure == null) {
            answered(command);
        } else {
            failed(failure);
        }
    }
}

package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import io.lettuce.core.event.command.CommandFailedEvent;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;
import io.lettuce.core.event.command.CommandSucceededEvent;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.CompleteableCommand;
import io.lettuce.core.protocol.RedisCommand;
import org.jspecify.annotations.Nullable;

/**
 * Records each command of a client that was made by someone else. Of a future the end is learned from the future itself,
 * which costs less than half of what an event's context does; of other commands Lettuce tells it by an event. Either comes
 * right after the application is told, on Lettuce's thread. Thread-safe; two that record in the same trace are equal.
 */
final class TracingListener implements CommandListener {

    private static final String PART = TracingListener.class.getName();

    private final RedisServer server;

    TracingListener(RedisServer server) {
        this.server = server;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        TraceRecorder recorder = server.recorder();
        if (recorder == null) {
            return;
        }
        try {
            RedisCommand<Object, Object, Object> command = event.getCommand();
            SingleCommand single = SingleCommand.of(server, recorder, Meaning.of(command), command);
            single.call().begin(); // not any deeper, as each frame between here and the application costs
            if (isPlainFuture(command)) {
                ((AsyncCommand<?, ?, ?>) command).onComplete(single);
            } else {
                event.getContext().put(PART, single);
                watch(command, single);
            }
            single.sent();
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** One of a transaction is answered before its future is. */
    private static boolean isPlainFuture(RedisCommand<?, ?, ?> command) {
        return command.getClass() == AsyncCommand.class;
    }

    /** An application that gives up waiting cancels its command; no event tells of that. */
    private static void watch(RedisCommand<Object, Object, Object> command, Part part) {
        if (command instanceof CompleteableCommand<?> completeable) {
            completeable.onComplete((result, failure) -> {
                if (failure != null) {
                    part.failed(failure);
                }
            });
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (event.getContext().get(PART) instanceof Part part) {
            part.answered(event.getCommand());
        }
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        if (event.getContext().get(PART) instanceof Part part) {
            part.failed(event.getCause());
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TracingListener that && that.server.equals(server);
    }

    @Override
    public int hashCode() {
        return server.hashCode();
    }
}

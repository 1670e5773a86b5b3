package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import io.lettuce.core.event.command.CommandFailedEvent;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;
import io.lettuce.core.event.command.CommandSucceededEvent;
import io.lettuce.core.protocol.CompleteableCommand;
import io.lettuce.core.protocol.RedisCommand;
import org.jspecify.annotations.Nullable;

/**
 * Records each command of a client that was made by someone else. Lettuce tells of a command's end on another thread, right
 * after it has told the application. Thread-safe; two that record in the same trace are equal.
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
            Part part = SingleCommand.of(server, recorder, Meaning.of(command), command);
            part.begin();
            event.getContext().put(PART, part);
            watch(command, part);
            part.sent();
        } catch (Throwable fault) {
            Faults.report(fault);
        }
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

package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.protocol.TransactionalCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of the commands that one connection sends are a call of their own, and which are part of a pipeline or of a
 * transaction. A connection may be used by many requests at once: each has its own pipeline. Thread-safe.
 */
final class Dispatches {

    private final RedisServer server;
    private final Object lock = new Object();
    private volatile boolean autoFlush = true;

    /** Commands that wait for {@code flushCommands()}. */
    private final IdentityHashMap<TraceRecorder, Pipeline> pipelines = new IdentityHashMap<>(0);

    private volatile @Nullable Transaction transaction;

    Dispatches(RedisServer server) {
        this.server = server;
    }

    /** Whether any command of the current thread may have to be recorded. */
    boolean listens() {
        return transaction != null || server.recorder() != null;
    }

    /** The commands as they are to be written. */
    <K, V> TracedCommands<K, V> traced(Collection<? extends RedisCommand<K, V, ?>> commands) {
        TracedCommands<K, V> traced = new TracedCommands<>(commands);
        for (RedisCommand<K, V, ?> command : commands) {
            traced.add(command, traced(command));
        }
        return traced;
    }

    /** Null for a command that is not recorded, or not by itself. */
    <K, V, T> @Nullable TracedCommand<K, V, T> traced(RedisCommand<K, V, T> command) {
        TraceRecorder recorder = server.recorder();
        if (recorder == null && transaction == null) {
            return null;
        }
        try {
            Part part = part(recorder, command);
            return part == null ? null : TracedCommand.of(command, part);
        } catch (Throwable fault) {
            Faults.report(fault);
            return null;
        }
    }

    private @Nullable Part part(@Nullable TraceRecorder recorder, RedisCommand<?, ?, ?> command) {
        Meaning meaning = Meaning.of(command);
        if (meaning.name().equals("MULTI")) {
            return multi(recorder);
        }
        if (command instanceof TransactionalCommand<?, ?, ?>) {
            Transaction open = transaction;
            if (open != null) {
                open.add(meaning, command);
            }
            return null;
        }
        switch (meaning.name()) {
            case "EXEC", "DISCARD" -> {
                Transaction open = transaction;
                transaction = null;
                return open == null ? null : open.end();
            }
            default -> {
                return recorder == null ? null : part(recorder, meaning, command);
            }
        }
    }

    /** The server refuses one within an open transaction, which goes on; after a reconnection it takes it. */
    private @Nullable Part multi(@Nullable TraceRecorder recorder) {
        Transaction open = transaction;
        if (open != null && !open.isAbandoned()) {
            return recorder == null ? null : open.nested(recorder);
        }
        Transaction begun = recorder == null ? null : new Transaction(server, recorder, this::refused);
        transaction = begun;
        return begun;
    }

    private void refused(Transaction failed) {
        if (failed.equals(transaction)) {
            transaction = null;
        }
    }

    private Part part(TraceRecorder recorder, Meaning meaning, RedisCommand<?, ?, ?> command) {
        if (autoFlush) {
            return SingleCommand.of(server, recorder, meaning, command);
        }
        synchronized (lock) {
            if (!pipelines.containsKey(recorder)) {
                dropFinished();
            }
            return pipelines
                    .computeIfAbsent(recorder, r -> new Pipeline(server, r))
                    .add(meaning, command);
        }
    }

    /** Those of requests that are over and have not flushed. */
    private void dropFinished() {
        pipelines.entrySet().removeIf(each -> {
            boolean finished = each.getKey().isFinished();
            if (finished) {
                each.getValue().abandon();
            }
            return finished;
        });
    }

    void autoFlush(boolean on) {
        autoFlush = on;
    }

    void flush(Runnable next) {
        List<Pipeline> flushed = taken();
        flushed.forEach(Pipeline::begin);
        try {
            next.run();
        } catch (Throwable failure) {
            flushed.forEach(pipeline -> pipeline.fail(failure));
            throw failure;
        }
        flushed.forEach(Pipeline::sent);
    }

    private List<Pipeline> taken() {
        synchronized (lock) {
            if (pipelines.isEmpty()) {
                return List.of();
            }
            List<Pipeline> taken = new ArrayList<>(pipelines.values());
            pipelines.clear();
            return taken;
        }
    }
}

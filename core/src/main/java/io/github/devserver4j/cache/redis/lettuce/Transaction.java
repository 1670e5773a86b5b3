package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.redis.FirstCommands;
import io.github.devserver4j.cache.redis.RedisReplies;
import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import io.lettuce.core.TransactionResult;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.RedisCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is sent between MULTI and EXEC: one call, that of EXEC, which has all answers. It is itself the part of MULTI, of
 * which a failure alone is told. Thread-safe.
 */
final class Transaction implements Part {

    private final RedisServer server;
    private final Consumer<Transaction> refused;
    private TraceRecorder recorder;
    private boolean failed;
    private final List<Queued> queued = new ArrayList<>();

    Transaction(RedisServer server, TraceRecorder recorder, Consumer<Transaction> refused) {
        this.server = server;
        this.refused = refused;
        this.recorder = recorder;
    }

    /** A command that is answered by EXEC. */
    synchronized void add(Meaning meaning, RedisCommand<?, ?, ?> command) {
        queued.add(new Queued(meaning, command));
    }

    private FirstCommands first() {
        FirstCommands first = new FirstCommands();
        for (Queued each : queued) {
            first.add(each.meaning.command(), first.isFull() ? null : each.meaning.key(each.command));
        }
        return first;
    }

    /** EXEC or DISCARD is about to be sent by the current thread. */
    synchronized Part end() {
        return new End(server.beginTransaction(recorder, queued.size(), first()), List.copyOf(queued));
    }

    @Override
    public void sent() {}

    @Override
    public void answered(RedisCommand<?, ?, ?> command) {
        Throwable error = Errors.of(command);
        if (error != null) {
            failed(error);
        }
    }

    @Override
    public void failed(Throwable failure) {
        refused.accept(this);
        synchronized (this) {
            if (!failed) {
                failed = true;
                server.beginTransaction(recorder, queued.size(), first()).fail(failure);
            }
        }
    }

    /** Whether the request that began it is over. */
    synchronized boolean isAbandoned() {
        return recorder.isFinished();
    }

    /** The part of another MULTI that is about to be sent. */
    synchronized Part nested(TraceRecorder next) {
        return new Nested(server.begin(next, "MULTI"), next, queued.size());
    }

    /** The server takes MULTI: it knows nothing of what was queued before. */
    private synchronized void restart(TraceRecorder next, int before) {
        recorder = next;
        queued.subList(0, Math.min(before, queued.size())).clear();
    }

    private final class Nested implements Part {
        private final CacheExchange call;
        private final TraceRecorder next;
        private final int before;

        Nested(CacheExchange call, TraceRecorder next, int before) {
            this.call = call;
            this.next = next;
            this.before = before;
        }

        @Override
        public void sent() {
            call.sent();
        }

        @Override
        public void answered(RedisCommand<?, ?, ?> command) {
            Throwable error = Errors.of(command);
            if (error != null) {
                call.fail(error);
            } else if (!call.isEnded()) {
                restart(next, before);
                call.discard();
            }
        }

        @Override
        public void failed(Throwable failure) {
            call.fail(failure);
        }
    }

    private record Queued(Meaning meaning, RedisCommand<?, ?, ?> command) {}

    private record End(CacheExchange call, List<Queued> commands) implements Part {
        @Override
        public void sent() {
            call.sent();
        }

        @Override
        public void answered(RedisCommand<?, ?, ?> command) {
            Throwable error = null;
            try {
                error = Errors.of(command);
                error = error == null && isExecuted(command) ? count() : error;
            } catch (Throwable fault) {
                Faults.report(fault);
            }
            call.end(error);
        }

        /** Not after DISCARD, or if a watched key was changed. */
        private static boolean isExecuted(RedisCommand<?, ?, ?> command) {
            CommandOutput<?, ?, ?> output = command.getOutput();
            return output != null && output.get() instanceof TransactionResult result && !result.wasDiscarded();
        }

        /** The first error among the answers. */
        private @Nullable Throwable count() {
            RedisReplies replies = Meaning.noReplies();
            Throwable first = null;
            for (Queued one : commands) {
                Throwable error = Errors.of(one.command);
                first = first == null ? error : first;
                if (error == null && one.command.isDone()) {
                    one.meaning.count(replies, one.command);
                }
            }
            replies.tell(call);
            return first;
        }

        @Override
        public void failed(Throwable failure) {
            call.fail(failure);
        }
    }
}

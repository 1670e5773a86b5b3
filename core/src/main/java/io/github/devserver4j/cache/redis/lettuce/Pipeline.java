package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.redis.FirstCommands;
import io.github.devserver4j.cache.redis.RedisReplies;
import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import io.lettuce.core.protocol.RedisCommand;
import org.jspecify.annotations.Nullable;

/**
 * Commands that one request has written and are sent together: one call, from {@code flushCommands()} until the last is
 * answered. Thread-safe.
 */
final class Pipeline {

    private final RedisServer server;
    private @Nullable TraceRecorder recorder;
    private final RedisReplies replies = Meaning.noReplies();
    private final FirstCommands first = new FirstCommands();
    private int commands;
    private int done;
    private @Nullable Throwable error;
    private @Nullable CacheExchange call;

    Pipeline(RedisServer server, TraceRecorder recorder) {
        this.server = server;
        this.recorder = recorder;
    }

    synchronized Part add(Meaning meaning, RedisCommand<?, ?, ?> command) {
        commands++;
        first.add(meaning.command(), first.isFull() ? null : meaning.key(command));
        return new Member(meaning);
    }

    /** The commands are about to be sent by the current thread. */
    synchronized void begin() {
        TraceRecorder told = recorder;
        call = told == null ? null : server.beginPipeline(told, commands, first);
    }

    /** The commands could not be sent. */
    synchronized void fail(Throwable failure) {
        if (call != null) {
            call.fail(failure);
        }
    }

    /** Nobody is told of it: Lettuce keeps commands that are never sent, and through them this. */
    synchronized void abandon() {
        recorder = null;
    }

    /** The commands are on their way. */
    synchronized void sent() {
        if (call != null) {
            call.sent();
        }
        endIfDone();
    }

    private synchronized void done(@Nullable Throwable failure) {
        done++;
        error = error == null ? failure : error;
        endIfDone();
    }

    private void endIfDone() {
        if (call != null && done == commands) {
            replies.tell(call);
            call.end(error);
        }
    }

    private synchronized void count(Meaning meaning, RedisCommand<?, ?, ?> answered) {
        meaning.count(replies, answered);
    }

    private final class Member implements Part {
        private final Meaning meaning;
        private boolean over;

        Member(Meaning meaning) {
            this.meaning = meaning;
        }

        @Override
        public void sent() {} // the pipeline is

        @Override
        public void answered(RedisCommand<?, ?, ?> command) {
            Throwable failure = Errors.of(command);
            if (!over() && failure == null) {
                try {
                    count(meaning, command);
                } catch (Throwable fault) {
                    Faults.report(fault);
                }
            }
            end(failure);
        }

        @Override
        public void failed(Throwable failure) {
            end(failure);
        }

        private synchronized boolean over() {
            return over;
        }

        private void end(@Nullable Throwable failure) {
            synchronized (this) {
                if (over) {
                    return;
                }
                over = true;
            }
            done(failure);
        }
    }
}

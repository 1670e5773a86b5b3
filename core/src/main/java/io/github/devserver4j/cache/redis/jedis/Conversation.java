package io.github.devserver4j.cache.redis.jedis;

import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.redis.FirstCommands;
import io.github.devserver4j.cache.redis.RedisCommand;
import io.github.devserver4j.cache.redis.RedisReplies;
import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/**
 * Commands that are sent first and whose replies are read afterwards, as pipelines and transactions do: one call, from
 * the first reading until nothing is awaited any more. A transaction whose every command is acknowledged at once begins
 * with its EXEC. Throws nothing. Used by one thread at a time.
 */
final class Conversation {

    /** Commands past it are neither counted nor told apart; there are clients that turn off replies. */
    private static final int MAX_COMMANDS = 100_000;

    /** Of so many the keys are kept: MULTI, and those that a call names. */
    private static final int MAX_NAMED = 4;

    private final RedisServer server;

    /** Sent, in their order, and not replied to. */
    private final Deque<Sent> awaited = new ArrayDeque<>(1);

    /** Sent after MULTI and acknowledged by the server. */
    private final List<Sent> queued = new ArrayList<>(0);

    /** Replies to commands that were sent while nobody listened. */
    private int unheard;

    private boolean multi;
    private @Nullable CacheExchange call;
    private @Nullable RedisReplies replies;
    private @Nullable Throwable error;

    Conversation(RedisServer server) {
        this.server = server;
    }

    /** Whether nothing is awaited, and no transaction begun. */
    boolean isOver() {
        return awaited.isEmpty() && !multi && unheard == 0;
    }

    /** A command is about to be sent. */
    void sending(@Nullable TraceRecorder recorder, CommandArguments arguments) {
        if (recorder == null && awaited.isEmpty() && !multi) {
            unheard++;
        } else if (awaited.size() < MAX_COMMANDS) {
            try {
                RedisCommand command = JedisCommand.of(arguments);
                boolean named = awaited.size() + queued.size() < MAX_NAMED;
                Object key = named ? JedisCommand.key(command, arguments) : null;
                awaited.add(new Sent(command, JedisCommand.keyCount(command, arguments), key));
            } catch (Throwable fault) {
                Faults.report(fault);
            }
        }
    }

    /** A reply is about to be read, or waited for. */
    void reading(@Nullable TraceRecorder recorder) {
        Sent next = awaited.peek();
        if (recorder != null && call == null && unheard == 0 && next != null) {
            call = begun(recorder, next);
        }
    }

    private @Nullable CacheExchange begun(TraceRecorder recorder, Sent next) {
        if (multi) {
            return next.isEnd() ? server.beginTransaction(recorder, queued.size(), first(queued)) : null;
        }
        if (next.is("MULTI")) {
            int ends = (int) awaited.stream().filter(Sent::isEnd).count();
            int commands = awaited.size() - 1 - ends;
            return commands > 0 ? server.beginTransaction(recorder, commands, first(awaited)) : null;
        }
        return awaited.size() == 1
                ? server.begin(recorder, next.command, next.keyCount, next.key)
                : server.beginPipeline(recorder, awaited.size(), first(awaited));
    }

    private static FirstCommands first(Collection<Sent> commands) {
        FirstCommands first = new FirstCommands();
        for (Sent sent : commands) {
            if (!sent.is("MULTI") && !sent.isEnd()) {
                first.add(sent.command, sent.key);
            }
        }
        return first;
    }

    /** A reply has been read. */
    void replied(@Nullable Object reply) {
        if (unheard > 0) {
            unheard--;
            return;
        }
        Sent sent = awaited.poll();
        if (sent != null) {
            understood(sent, reply);
            endIfOver();
        }
    }

    private void understood(Sent sent, @Nullable Object reply) {
        if (sent.is("MULTI")) {
            multi = true;
        } else if (multi && !sent.isEnd()) {
            queued.add(sent);
        } else if (multi) {
            executed(reply);
        } else {
            count(sent, reply);
        }
    }

    /** EXEC's reply has that of each command; null if a watched key was changed. */
    private void executed(@Nullable Object reply) {
        Iterator<Sent> each = queued.iterator();
        if (reply instanceof Collection<?> all) {
            for (Object one : all) {
                if (each.hasNext()) {
                    count(each.next(), one);
                }
            }
        }
        multi = false;
        queued.clear();
    }

    private void count(Sent sent, @Nullable Object reply) {
        if (reply instanceof Throwable failure) {
            error = error == null ? failure : error;
            return;
        }
        RedisReplies all = replies == null ? new RedisReplies() : replies;
        replies = all;
        try {
            all.add(sent.command, sent.keyCount, reply);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** The server has refused a command, and goes on with the next. */
    void repliedError(Throwable refusal) {
        if (unheard > 0) {
            unheard--;
            return;
        }
        Sent sent = awaited.poll();
        error = error == null ? refusal : error;
        if (multi && sent != null && sent.isEnd()) {
            multi = false;
            queued.clear();
        }
        endIfOver();
    }

    private void endIfOver() {
        if (!awaited.isEmpty() || multi) {
            return;
        }
        CacheExchange ended = call;
        if (ended != null) {
            if (replies != null) {
                replies.tell(ended);
            }
            ended.end(error);
        }
        forget();
    }

    /** There will be no more replies. */
    void broken(@Nullable TraceRecorder recorder, Throwable failure) {
        Sent next = awaited.peek();
        if (call == null && recorder != null && next != null) {
            call = multi || next.is("MULTI")
                    ? server.beginTransaction(
                            recorder, queued.size() + awaited.size() - (multi ? 0 : 1), first(multi ? queued : awaited))
                    : begun(recorder, next);
        }
        if (call != null) {
            call.fail(failure);
        }
        abandon();
    }

    /** The connection is closed, or goes back to its pool. */
    void abandon() {
        CacheExchange unanswered = call;
        if (unanswered != null && !unanswered.isEnded()) {
            unanswered.discard();
        }
        awaited.clear();
        queued.clear();
        unheard = 0;
        multi = false;
        forget();
    }

    private void forget() {
        call = null;
        replies = null;
        error = null;
    }

    private record Sent(
            RedisCommand command, int keyCount, @Nullable Object key) {
        boolean is(String name) {
            return command.name().equals(name);
        }

        boolean isEnd() {
            return is("EXEC") || is("DISCARD");
        }
    }
}

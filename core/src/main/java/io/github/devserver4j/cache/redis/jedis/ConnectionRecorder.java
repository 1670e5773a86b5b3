package io.github.devserver4j.cache.redis.jedis;

import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.CacheKind;
import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Records what a connection says. All that Jedis sends passes {@code sendCommand(CommandArguments)}, and each reply
 * {@code readProtocolWithCheckingBroken()}; a command that is sent and awaited by one method is a call of its own, all
 * else is a {@link Conversation}, but for a {@link Subscription}. What the connection says by itself while it is opened is not
 * recorded.
 *
 * <p>Each method of the connection is announced right before; the answer is told its result or exception right after, and is
 * null where that is of no interest. Used by one thread at a time, as the connection.
 */
public final class ConnectionRecorder {

    private final RedisServer calls;
    private final Executing executing;
    private final @Nullable CurrentTrace executors;
    private final Conversation conversation;
    private final Subscription subscription = new Subscription();

    private final BiConsumer<@Nullable Object, @Nullable Throwable> sent = this::sent;
    private final BiConsumer<@Nullable Object, @Nullable Throwable> replied = this::replied;
    private final BiConsumer<@Nullable Object, @Nullable Throwable> heard = this::heard;
    private final BiConsumer<@Nullable Object, @Nullable Throwable> singleReplied = this::singleReplied;

    /** How many methods that open the connection are under way. */
    private int opening;

    /** Whether the command under way is recorded by the one who sends it. */
    private boolean single;

    private @Nullable Object reply;

    /**
     * A recorder for one connection.
     *
     * @param executors tells whether an executor has a command under way on the current thread; null if executors are told
     *     apart by {@code executing}
     */
    ConnectionRecorder(RedisServer calls, Executing executing, @Nullable CurrentTrace executors) {
        this.calls = calls;
        this.executing = executing;
        this.executors = executors;
        this.conversation = new Conversation(calls);
    }

    /** The connection is about to be opened; records that in vain, as the request sends no command that could fail. */
    public BiConsumer<@Nullable Object, @Nullable Throwable> opening() {
        TraceRecorder recorder = opening > 0 ? null : recorder();
        CacheExchange call = recorder == null ? null : calls.begin(recorder, "connect");
        opening++;
        return (result, failure) -> {
            opening--;
            if (call != null && failure == null) {
                call.discard();
            } else if (call != null && failure != null) {
                call.fail(failure);
            }
        };
    }

    /** A command is about to be sent and awaited. */
    public @Nullable BiConsumer<@Nullable Object, @Nullable Throwable> executing(CommandArguments arguments) {
        boolean first = opening == 0 && !single && conversation.isOver();
        TraceRecorder recorder = first ? calls.recorder() : null;
        if (recorder == null) {
            return null;
        }
        CacheExchange call = isExecutors(arguments) ? null : JedisCommand.begin(calls, recorder, arguments);
        single = true;
        return (result, failure) -> {
            Object answer = reply;
            reply = null;
            single = false;
            if (call != null && failure == null) {
                JedisCommand.end(call, arguments, answer);
            } else if (call != null && failure != null) {
                call.fail(failure);
            }
        };
    }

    private boolean isExecutors(CommandArguments arguments) {
        return executors == null ? executing.contains(arguments) : executors.isWithin(CacheKind.CACHE);
    }

    /** Null as well while an executor has a command under way. */
    private @Nullable TraceRecorder recorder() {
        return executors != null && executors.isWithin(CacheKind.CACHE) ? null : calls.recorder();
    }

    /** A command is about to be sent. */
    public @Nullable BiConsumer<@Nullable Object, @Nullable Throwable> sending(CommandArguments arguments) {
        if (opening > 0 || single || subscription.takes(arguments)) {
            return null;
        }
        conversation.sending(recorder(), arguments);
        return sent;
    }

    /** Comes before replies are read, and is where a pipeline really leaves. */
    public @Nullable BiConsumer<@Nullable Object, @Nullable Throwable> flushing() {
        if (opening > 0 || single || subscription.isOpen() || conversation.isOver()) {
            return null;
        }
        conversation.reading(recorder());
        return sent;
    }

    private void sent(@Nullable Object nothing, @Nullable Throwable failure) {
        if (failure != null) {
            conversation.broken(recorder(), failure);
        }
    }

    /** A reply is about to be read. */
    public @Nullable BiConsumer<@Nullable Object, @Nullable Throwable> reading() {
        if (opening > 0) {
            return null;
        }
        if (single) {
            return singleReplied;
        }
        if (subscription.isOpen()) {
            return heard;
        }
        if (conversation.isOver()) {
            return null;
        }
        conversation.reading(recorder());
        return replied;
    }

    private void singleReplied(@Nullable Object answer, @Nullable Throwable failure) {
        reply = answer;
    }

    private void replied(@Nullable Object answer, @Nullable Throwable failure) {
        if (failure == null) {
            conversation.replied(answer);
        } else if (failure instanceof JedisDataException error) {
            conversation.repliedError(error);
        } else {
            conversation.broken(recorder(), failure);
        }
    }

    private void heard(@Nullable Object message, @Nullable Throwable failure) {
        if (failure == null) {
            subscription.heard(message);
        }
    }

    /** Its user has gone: no reply is awaited any more, such as those that a client has turned off. */
    public void abandon() {
        conversation.abandon();
        subscription.abandon();
    }
}

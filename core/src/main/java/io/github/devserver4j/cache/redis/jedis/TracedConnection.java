package io.github.devserver4j.cache.redis.jedis;

import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * A connection that records. All that Jedis sends passes {@link #sendCommand(CommandArguments)}, and each reply
 * {@link #readProtocolWithCheckingBroken()}; a command that is sent and awaited by one method is a call of its own, all
 * else is a {@link Conversation}, but for a {@link Subscription}. What the connection says by itself while it is opened is not recorded. Used by one
 * thread at a time, as its superclass.
 */
final class TracedConnection extends Connection {

    private final RedisServer calls;
    private final Executing executing;
    private final Conversation conversation;
    private final Subscription subscription = new Subscription();

    /** Still false while the superclass opens the connection and calls methods of this class. */
    private boolean open;

    /** Whether the command under way is recorded by the one who sends it. */
    private boolean single;

    private @Nullable Object reply;

    TracedConnection(JedisSocketFactory sockets, JedisClientConfig config, RedisServer server, Executing executing) {
        super(sockets, config);
        this.calls = server;
        this.executing = executing;
        this.conversation = new Conversation(server);
        this.open = true;
    }

    /** The recorder for a command that is a call of its own; null for another, and where nobody listens. */
    private @Nullable TraceRecorder recorderOfSingle() {
        return open && !single && conversation.isOver() ? calls.recorder() : null;
    }

    @Override
    public <T extends @Nullable Object> T executeCommand(CommandObject<T> command) {
        TraceRecorder recorder = recorderOfSingle();
        if (recorder == null) {
            return super.executeCommand(command);
        }
        CommandArguments arguments = command.getArguments();
        CacheExchange call = begin(recorder, arguments);
        single = true;
        try {
            T result = super.executeCommand(command);
            end(call, arguments);
            return result;
        } catch (Throwable failure) {
            fail(call, failure);
            throw failure;
        } finally {
            single = false;
        }
    }

    @Override
    public @Nullable Object executeCommand(CommandArguments arguments) {
        TraceRecorder recorder = recorderOfSingle();
        if (recorder == null) {
            return super.executeCommand(arguments);
        }
        CacheExchange call = begin(recorder, arguments);
        single = true;
        try {
            Object result = super.executeCommand(arguments);
            end(call, arguments);
            return result;
        } catch (Throwable failure) {
            fail(call, failure);
            throw failure;
        } finally {
            single = false;
        }
    }

    /** Null for a command that an executor records. */
    private @Nullable CacheExchange begin(TraceRecorder recorder, CommandArguments arguments) {
        return executing.contains(arguments) ? null : JedisCommand.begin(calls, recorder, arguments);
    }

    private void end(@Nullable CacheExchange call, CommandArguments arguments) {
        Object answer = reply;
        reply = null;
        if (call != null) {
            JedisCommand.end(call, arguments, answer);
        }
    }

    private void fail(@Nullable CacheExchange call, Throwable failure) {
        reply = null;
        if (call != null) {
            call.fail(failure);
        }
    }

    @Override
    public void sendCommand(CommandArguments arguments) {
        if (!open || single || subscription.takes(arguments)) {
            super.sendCommand(arguments);
            return;
        }
        conversation.sending(calls.recorder(), arguments);
        try {
            super.sendCommand(arguments);
        } catch (Throwable failure) {
            conversation.broken(calls.recorder(), failure);
            throw failure;
        }
    }

    /** Comes before replies are read, and is where a pipeline really leaves. */
    @Override
    protected void flush() {
        if (!open || single || subscription.isOpen() || conversation.isOver()) {
            super.flush();
            return;
        }
        conversation.reading(calls.recorder());
        try {
            super.flush();
        } catch (Throwable failure) {
            conversation.broken(calls.recorder(), failure);
            throw failure;
        }
    }

    @Override
    protected @Nullable Object readProtocolWithCheckingBroken() {
        if (!open) {
            return super.readProtocolWithCheckingBroken();
        }
        if (single) {
            Object answer = super.readProtocolWithCheckingBroken();
            reply = answer;
            return answer;
        }
        if (subscription.isOpen()) {
            Object message = super.readProtocolWithCheckingBroken();
            subscription.heard(message);
            return message;
        }
        return conversation.isOver() ? super.readProtocolWithCheckingBroken() : readInConversation();
    }

    private @Nullable Object readInConversation() {
        conversation.reading(calls.recorder());
        try {
            Object answer = super.readProtocolWithCheckingBroken();
            conversation.replied(answer);
            return answer;
        } catch (JedisDataException error) {
            conversation.repliedError(error);
            throw error;
        } catch (Throwable failure) {
            conversation.broken(calls.recorder(), failure);
            throw failure;
        }
    }

    @Override
    public void disconnect() {
        if (open) {
            abandon();
        }
        super.disconnect();
    }

    /** Its user has gone: no reply is awaited any more, such as those that a client has turned off. */
    void abandon() {
        conversation.abandon();
        subscription.abandon();
    }
}

package io.github.devserver4j.cache.redis.jedis;

import io.github.devserver4j.cache.redis.RedisServer;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;

/** A connection that tells a {@link ConnectionRecorder} what it says. Used by one thread at a time, as its superclass. */
final class TracedConnection extends Connection {

    /** Still null while the superclass opens the connection and calls methods of this class. */
    private final @Nullable ConnectionRecorder recorder;

    TracedConnection(JedisSocketFactory sockets, JedisClientConfig config, RedisServer server, Executing executing) {
        super(sockets, config);
        this.recorder = new ConnectionRecorder(server, executing, null);
    }

    @Override
    public <T extends @Nullable Object> T executeCommand(CommandObject<T> command) {
        ConnectionRecorder open = recorder;
        return call(
                open == null ? null : open.executing(command.getArguments()), () -> super.<T>executeCommand(command));
    }

    @Override
    public @Nullable Object executeCommand(CommandArguments arguments) {
        ConnectionRecorder open = recorder;
        return call(open == null ? null : open.executing(arguments), () -> super.executeCommand(arguments));
    }

    @Override
    public void sendCommand(CommandArguments arguments) {
        ConnectionRecorder open = recorder;
        call(open == null ? null : open.sending(arguments), () -> {
            super.sendCommand(arguments);
            return null;
        });
    }

    @Override
    protected void flush() {
        ConnectionRecorder open = recorder;
        call(open == null ? null : open.flushing(), () -> {
            super.flush();
            return null;
        });
    }

    @Override
    protected @Nullable Object readProtocolWithCheckingBroken() {
        ConnectionRecorder open = recorder;
        return call(open == null ? null : open.reading(), super::readProtocolWithCheckingBroken);
    }

    private static <T extends @Nullable Object> T call(
            @Nullable BiConsumer<@Nullable Object, @Nullable Throwable> ending, Supplier<T> method) {
        if (ending == null) {
            return method.get();
        }
        T result;
        try {
            result = method.get();
        } catch (Throwable failure) {
            ending.accept(null, failure);
            throw failure;
        }
        ending.accept(result, null);
        return result;
    }

    @Override
    public void disconnect() {
        if (recorder != null) {
            abandon();
        }
        super.disconnect();
    }

    /** Its user has gone: no reply is awaited any more, such as those that a client has turned off. */
    void abandon() {
        ConnectionRecorder open = recorder;
        if (open != null) {
            open.abandon();
        }
    }
}

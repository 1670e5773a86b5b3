package io.github.devserver4j.cache.redis.jedis;

import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.executors.CommandExecutor;

/** Records each command on its way to the executor of a client. As thread-safe as that executor. */
final class TracedExecutor implements CommandExecutor {

    private final CommandExecutor delegate;
    private final Broadcast broadcast;
    private final RedisServer server;
    private final Executing executing;

    TracedExecutor(CommandExecutor delegate, RedisServer server, Executing executing) {
        this.delegate = delegate;
        this.broadcast = new Broadcast(delegate);
        this.server = server;
        this.executing = executing;
    }

    RedisServer server() {
        return server;
    }

    @Override
    public <T extends @Nullable Object> T executeCommand(CommandObject<T> command) {
        TraceRecorder recorder = server.recorder();
        CacheExchange call = recorder == null ? null : JedisCommand.begin(server, recorder, command.getArguments());
        return call == null ? delegate.executeCommand(command) : execute(call, command, false);
    }

    /** Overrides a method that Jedis has up to version 7: one command for all nodes of a cluster. */
    public <T extends @Nullable Object> T broadcastCommand(CommandObject<T> command) {
        TraceRecorder recorder = server.recorder();
        CacheExchange call = recorder == null ? null : JedisCommand.begin(server, recorder, command.getArguments());
        return call == null ? broadcast.execute(command) : execute(call, command, true);
    }

    private <T extends @Nullable Object> T execute(CacheExchange call, CommandObject<T> command, boolean everywhere) {
        CommandArguments arguments = command.getArguments();
        executing.begin(arguments);
        T reply;
        try {
            reply = everywhere ? broadcast.execute(command) : delegate.executeCommand(command);
        } catch (Throwable failure) {
            call.fail(failure);
            throw failure;
        } finally {
            executing.end(arguments);
        }
        JedisCommand.end(call, arguments, reply);
        return reply;
    }

    @Override
    public void close() throws Exception {
        delegate.close();
    }
}

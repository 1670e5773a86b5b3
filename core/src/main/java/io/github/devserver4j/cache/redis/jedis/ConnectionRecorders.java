package io.github.devserver4j.cache.redis.jedis;

import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.CacheKind;
import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/**
 * Makes a recorder for each connection of clients that the application has made by itself, and records the commands of
 * their executors: what an executor's connections do meanwhile is part of its command. Thread-safe.
 */
public final class ConnectionRecorders {

    private final CurrentTrace currentTrace;
    private final RedisServer server;

    private ConnectionRecorders(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
        this.server = RedisServer.of(currentTrace);
    }

    /** Records the commands of requests that this trace tells of. */
    public static ConnectionRecorders create(CurrentTrace currentTrace) {
        return new ConnectionRecorders(currentTrace);
    }

    /** A recorder for one connection, which may be open or not. */
    public ConnectionRecorder recorder() {
        return new ConnectionRecorder(server, new Executing(), currentTrace);
    }

    /** An executor begins with a command; returns what is to be told its reply, or null. */
    public @Nullable BiConsumer<@Nullable Object, @Nullable Throwable> executing(CommandArguments arguments) {
        TraceRecorder recorder = server.recorder();
        if (recorder == null || currentTrace.isWithin(CacheKind.CACHE)) {
            return null;
        }
        CacheExchange call = JedisCommand.begin(server, recorder, arguments);
        if (call == null) {
            return null;
        }
        Scope scope = currentTrace.within(CacheKind.CACHE);
        return (reply, failure) -> {
            scope.close();
            if (failure == null) {
                JedisCommand.end(call, arguments, reply);
            } else {
                call.fail(failure);
            }
        };
    }

    /** The client asks for the nodes of a cluster, which is no command of the application; to be told when that is over. */
    public @Nullable BiConsumer<@Nullable Object, @Nullable Throwable> discovering() {
        if (server.recorder() == null) {
            return null;
        }
        Scope scope = currentTrace.within(CacheKind.CACHE);
        return (result, failure) -> scope.close();
    }
}

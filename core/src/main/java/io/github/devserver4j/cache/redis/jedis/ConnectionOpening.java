package io.github.devserver4j.cache.redis.jedis;

import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.function.Supplier;

/** Opens connections, and records that in vain: the request hasn't sent a command that could tell of the failure. */
final class ConnectionOpening {

    private ConnectionOpening() {}

    static <C> C of(RedisServer server, Supplier<C> opening) {
        TraceRecorder recorder = server.recorder();
        if (recorder == null) {
            return opening.get();
        }
        CacheExchange call = server.begin(recorder, "connect");
        try {
            C connection = opening.get();
            call.discard();
            return connection;
        } catch (Throwable failure) {
            call.fail(failure);
            throw failure;
        }
    }
}

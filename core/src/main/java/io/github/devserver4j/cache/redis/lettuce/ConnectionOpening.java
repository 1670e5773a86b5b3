package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.FutureCause;
import io.github.devserver4j.trace.TraceRecorder;
import io.lettuce.core.ConnectionFuture;
import java.util.function.Supplier;

/** Opens connections, and records that in vain: the request hasn't sent a command that could tell of the failure. */
final class ConnectionOpening {

    private ConnectionOpening() {}

    static <C> ConnectionFuture<C> of(RedisServer server, Supplier<ConnectionFuture<C>> opening) {
        TraceRecorder recorder = server.recorder();
        if (recorder == null) {
            return opening.get();
        }
        CacheExchange call = server.begin(recorder, "connect");
        try {
            ConnectionFuture<C> connection = opening.get();
            call.sent();
            return connection.whenComplete((opened, failure) -> {
                if (failure == null) {
                    call.discard();
                } else {
                    call.fail(FutureCause.of(failure));
                }
            });
        } catch (Throwable failure) {
            call.fail(failure);
            throw failure;
        }
    }
}

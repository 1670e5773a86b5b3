package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.redis.RedisServer;
import io.lettuce.core.ConnectionBuilder;
import io.lettuce.core.ConnectionFuture;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisChannelWriter;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StatefulRedisConnectionImpl;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.protocol.PushHandler;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A client whose connections write through a {@link TracedWriter}, by the method that Lettuce has for it. */
final class TracedRedisClient extends RedisClient implements TracedClient {

    private final RedisServer server;

    @SuppressWarnings("NullAway") // Lettuce makes resources of its own for null
    TracedRedisClient(@Nullable ClientResources resources, RedisURI uri, RedisServer server) {
        super(resources, uri);
        this.server = server;
    }

    @Override
    public RedisServer server() {
        return server;
    }

    /** A connection that is refused tells of it, as no command can. */
    @Override
    protected <K, V, T extends RedisChannelHandler<K, V>> ConnectionFuture<T> initializeChannelAsync(
            ConnectionBuilder builder) {
        return ConnectionOpening.of(server, () -> super.initializeChannelAsync(builder));
    }

    @Override
    protected <K, V> StatefulRedisConnectionImpl<K, V> newStatefulRedisConnection(
            RedisChannelWriter writer, PushHandler pushHandler, RedisCodec<K, V> codec, Duration timeout) {
        return super.newStatefulRedisConnection(new TracedWriter(writer, server), pushHandler, codec, timeout);
    }
}

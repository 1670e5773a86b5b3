package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.redis.RedisServer;
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
final class TracedRedisClient extends RedisClient {

    private final RedisServer server;

    @SuppressWarnings("NullAway") // Lettuce makes resources of its own for null
    TracedRedisClient(@Nullable ClientResources resources, RedisURI uri, RedisServer server) {
        super(resources, uri);
        this.server = server;
    }

    @Override
    protected <K, V> StatefulRedisConnectionImpl<K, V> newStatefulRedisConnection(
            RedisChannelWriter writer, PushHandler pushHandler, RedisCodec<K, V> codec, Duration timeout) {
        return super.newStatefulRedisConnection(new TracedWriter(writer, server), pushHandler, codec, timeout);
    }
}

package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.redis.RedisServer;
import io.lettuce.core.ConnectionBuilder;
import io.lettuce.core.ConnectionFuture;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisChannelWriter;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterPushHandler;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.StatefulRedisClusterConnectionImpl;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.json.JsonParser;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client whose connections to a cluster are {@link TracedClusterConnection}s, by the method that Lettuce has for it. */
final class TracedClusterClient extends RedisClusterClient implements TracedClient {

    private final RedisServer server;

    @SuppressWarnings("NullAway") // Lettuce makes resources of its own for null
    TracedClusterClient(@Nullable ClientResources resources, Iterable<RedisURI> uris, RedisServer server) {
        super(resources, uris);
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
    protected <V, K> StatefulRedisClusterConnectionImpl<K, V> newStatefulRedisClusterConnection(
            RedisChannelWriter writer,
            ClusterPushHandler pushHandler,
            RedisCodec<K, V> codec,
            Duration timeout,
            Supplier<JsonParser> parser) {
        return new TracedClusterConnection<>(writer, pushHandler, codec, timeout, parser, server);
    }
}

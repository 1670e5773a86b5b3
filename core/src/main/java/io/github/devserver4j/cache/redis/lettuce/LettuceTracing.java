package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.CurrentTrace;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.resource.ClientResources;
import org.jspecify.annotations.Nullable;

/**
 * Records the commands of Lettuce's connections: synchronous, asynchronous and reactive ones. Pub/sub connections are left
 * alone. Thread-safe.
 *
 * <pre>{@code
 * LettuceTracing tracing = LettuceTracing.create(devServer.currentTrace());
 * RedisClient client = tracing.redisClient(RedisURI.create("redis://localhost"));
 * tracing.install(clientMadeBySomeoneElse);
 * }</pre>
 *
 * <p>A client made here costs nothing outside of requests, and its pipelines (commands sent by {@code flushCommands()}) and
 * transactions are one call each. A client that is there already gets a listener: each of its commands is a call, and
 * Lettuce makes an event of each, with or without a request.
 */
public final class LettuceTracing {

    private final RedisServer server;

    private LettuceTracing(RedisServer server) {
        this.server = server;
    }

    /** Records the commands of requests that this trace tells of. */
    public static LettuceTracing create(CurrentTrace currentTrace) {
        return new LettuceTracing(RedisServer.of(currentTrace));
    }

    /** As {@link RedisClient#create(RedisURI)}. */
    public RedisClient redisClient(RedisURI uri) {
        return new TracedRedisClient(null, uri, server);
    }

    /** As {@link RedisClient#create(ClientResources, RedisURI)}. */
    public RedisClient redisClient(ClientResources resources, RedisURI uri) {
        return new TracedRedisClient(resources, uri, server);
    }

    /** As {@link RedisClusterClient#create(Iterable)}. */
    public RedisClusterClient clusterClient(Iterable<RedisURI> uris) {
        return clusterClient(null, uris);
    }

    /** As {@link RedisClusterClient#create(ClientResources, Iterable)}; null for resources of its own. */
    public RedisClusterClient clusterClient(@Nullable ClientResources resources, Iterable<RedisURI> uris) {
        return new TracedClusterClient(resources, uris, server);
    }

    /** Records the commands of connections that this client opens from now on, and gives it back. */
    public <C extends AbstractRedisClient> C install(C client) {
        if (!(client instanceof TracedClient ours && ours.server().equals(server))) {
            TracingListener listener = new TracingListener(server);
            client.removeListener(listener); // all of them are equal: installed twice, there is one
            client.addListener(listener);
        }
        return client;
    }
}

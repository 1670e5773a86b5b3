package io.github.devserver4j.cache.memcached.spy;

import io.github.devserver4j.cache.CacheServer;
import io.github.devserver4j.trace.CurrentTrace;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import net.spy.memcached.ConnectionFactory;
import net.spy.memcached.MemcachedClient;

/**
 * Lets spymemcached clients record their calls in the trace of the calling thread. Thread-safe.
 *
 * <pre>{@code
 * SpyMemcachedTracing tracing = SpyMemcachedTracing.create(devServer.currentTrace());
 * MemcachedClient client = tracing.newClient(new DefaultConnectionFactory(), AddrUtil.getAddresses("localhost:11211"));
 * }</pre>
 *
 * <p>A call is one operation, from when the client makes it until its answer is read by the client's own thread, its
 * future is cancelled, or waiting for it is given up. Operations that are sent to every server ({@code flush},
 * {@code getStats}, {@code getVersions}) are a call for each.
 *
 * <p>Known limits. An operation that nobody waits for lasts until the client's queue times it out. A bulk read of a
 * client that is shut down is shown as not returned. Couchbase's own operations (observe, locks, replicas, taps) are not
 * recorded. A client that is made by its own constructor with {@link #wrap}'s factory doesn't tell that waiting for a bulk
 * read, or for an {@code incr} or {@code decr} that returns a number, was given up: such a call is shown as not returned.
 */
public final class SpyMemcachedTracing {

    private final CacheServer server;

    private SpyMemcachedTracing(CurrentTrace currentTrace) {
        this.server = CacheServer.of(currentTrace, "memcached", "getBulk");
    }

    /** Records in the traces that {@code currentTrace} tells. */
    public static SpyMemcachedTracing create(CurrentTrace currentTrace) {
        return new SpyMemcachedTracing(currentTrace);
    }

    /** A client that records its calls and otherwise is {@code new MemcachedClient(factory, addresses)}. */
    public MemcachedClient newClient(ConnectionFactory factory, List<InetSocketAddress> addresses) throws IOException {
        if (factory == null || addresses == null || addresses.isEmpty()) {
            return new MemcachedClient(factory, addresses); // which tells what is wrong
        }
        return new TracedMemcachedClient(traced(factory), addresses);
    }

    /** A factory for clients that record their calls, and that otherwise connects as {@code factory} does. */
    public ConnectionFactory wrap(ConnectionFactory factory) {
        return traced(factory);
    }

    private TracedConnectionFactory traced(ConnectionFactory factory) {
        return factory instanceof TracedConnectionFactory traced
                        && traced.server().isAs(server)
                ? traced
                : new TracedConnectionFactory(factory, server);
    }
}

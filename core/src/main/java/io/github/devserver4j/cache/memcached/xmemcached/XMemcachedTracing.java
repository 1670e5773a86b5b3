package io.github.devserver4j.cache.memcached.xmemcached;

import io.github.devserver4j.cache.CacheServer;
import io.github.devserver4j.trace.CurrentTrace;
import net.rubyeye.xmemcached.MemcachedClient;

/**
 * Wraps XMemcached clients so that their calls are recorded in the trace of the calling thread. Thread-safe.
 *
 * <pre>{@code
 * XMemcachedTracing tracing = XMemcachedTracing.create(devServer.currentTrace());
 * MemcachedClient client = tracing.wrap(new XMemcachedClientBuilder("localhost:11211").build());
 * }</pre>
 *
 * <p>A call lasts as long as its method does; one without reply until it is sent. The size of a value is told where the
 * application gives the transcoder. A client that is wrapped already is returned as it is.
 *
 * <p>Known limits. The wrapped client is a {@code MemcachedClient} and no {@code XMemcachedClient}. A
 * {@code cas(key, operation)} is one call, however often the client reads and tries; the client's own reads of a
 * namespace's version are none, and keys are told without their namespace. A key iterator's commands are not recorded.
 */
public final class XMemcachedTracing {

    private final TimedCalls calls;

    private XMemcachedTracing(CurrentTrace currentTrace) {
        this.calls = new TimedCalls(CacheServer.of(currentTrace, "memcached", "get(Collection)"));
    }

    /** Records in the traces that {@code currentTrace} tells. */
    public static XMemcachedTracing create(CurrentTrace currentTrace) {
        return new XMemcachedTracing(currentTrace);
    }

    /** A client that records its calls and otherwise is {@code client}. */
    public MemcachedClient wrap(MemcachedClient client) {
        return client instanceof TracedMemcachedClient ours && ours.calls.areAs(calls)
                ? client
                : new TracedMemcachedClient(client, calls);
    }
}

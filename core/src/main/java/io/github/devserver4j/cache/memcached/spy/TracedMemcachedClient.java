package io.github.devserver4j.cache.memcached.spy;

import io.github.devserver4j.cache.CacheExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.compat.log.Logger;
import net.spy.memcached.compat.log.LoggerFactory;
import net.spy.memcached.internal.BulkFuture;
import net.spy.memcached.transcoders.Transcoder;

/**
 * Shows calls as failed that the client gives up without telling their operation: reads of several keys, and counters
 * that are waited for. Everything is recorded by {@link Operations}. Thread-safe, as any client.
 */
final class TracedMemcachedClient extends MemcachedClient {

    private final TracedConnectionFactory factory;

    TracedMemcachedClient(TracedConnectionFactory factory, List<InetSocketAddress> addresses) throws IOException {
        super(factory, addresses);
        this.factory = factory;
    }

    @Override
    public <T> BulkFuture<Map<String, T>> asyncGetBulk(Iterator<String> keys, Iterator<Transcoder<T>> transcoders) {
        if (factory.server().recorder() == null) {
            return super.asyncGetBulk(keys, transcoders);
        }
        return factory.waiting().telling(() -> {
            BulkFuture<Map<String, T>> future = super.asyncGetBulk(keys, transcoders);
            CacheExchange call = factory.waiting().current();
            return call == null ? future : new TracedBulkFuture<>(future, call);
        });
    }

    @Override
    public long incr(String key, long by) {
        return telling(() -> super.incr(key, by));
    }

    @Override
    public long incr(String key, int by) {
        return telling(() -> super.incr(key, by));
    }

    @Override
    public long incr(String key, long by, long initial, int expiration) {
        return telling(() -> super.incr(key, by, initial, expiration));
    }

    @Override
    public long incr(String key, int by, long initial, int expiration) {
        return telling(() -> super.incr(key, by, initial, expiration));
    }

    @Override
    public long incr(String key, long by, long initial) {
        return telling(() -> super.incr(key, by, initial));
    }

    @Override
    public long incr(String key, int by, long initial) {
        return telling(() -> super.incr(key, by, initial));
    }

    @Override
    public long decr(String key, long by) {
        return telling(() -> super.decr(key, by));
    }

    @Override
    public long decr(String key, int by) {
        return telling(() -> super.decr(key, by));
    }

    @Override
    public long decr(String key, long by, long initial, int expiration) {
        return telling(() -> super.decr(key, by, initial, expiration));
    }

    @Override
    public long decr(String key, int by, long initial, int expiration) {
        return telling(() -> super.decr(key, by, initial, expiration));
    }

    @Override
    public long decr(String key, long by, long initial) {
        return telling(() -> super.decr(key, by, initial));
    }

    @Override
    public long decr(String key, int by, long initial) {
        return telling(() -> super.decr(key, by, initial));
    }

    /** The client's own, so that the application's settings for it hold. */
    @Override
    protected Logger getLogger() {
        return LoggerFactory.getLogger(MemcachedClient.class);
    }

    private long telling(LongSupplier body) {
        return factory.server().recorder() == null
                ? body.getAsLong()
                : factory.waiting().telling(body::getAsLong);
    }
}

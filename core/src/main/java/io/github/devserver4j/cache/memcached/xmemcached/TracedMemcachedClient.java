package io.github.devserver4j.cache.memcached.xmemcached;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.trace.TraceRecorder;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import net.rubyeye.xmemcached.Counter;
import net.rubyeye.xmemcached.KeyIterator;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.MemcachedClientCallable;
import net.rubyeye.xmemcached.exception.MemcachedException;

/**
 * A client that records its calls: what is neither read nor stored is here. Thread-safe.
 *
 * <p>A counter, and what runs in a namespace, work on this client and so are recorded by it.
 */
final class TracedMemcachedClient extends StoringClient {

    TracedMemcachedClient(MemcachedClient delegate, TimedCalls calls) {
        super(delegate, calls);
    }

    @Override
    @Deprecated
    public boolean delete(String key, int time) throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.delete(key, time)
                : calls.call(recorder, CacheAction.REMOVE, "delete", key, () -> delegate.delete(key, time));
    }

    @Override
    @Deprecated
    public boolean delete(String key, long timeout) throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.delete(key, timeout)
                : calls.call(recorder, CacheAction.REMOVE, "delete", key, () -> delegate.delete(key, timeout));
    }

    @Override
    public boolean delete(String key, long cas, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.delete(key, cas, timeout)
                : calls.call(recorder, CacheAction.REMOVE, "delete", key, () -> delegate.delete(key, cas, timeout));
    }

    @Override
    public boolean touch(String key, int expiration, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.touch(key, expiration, timeout)
                : calls.call(recorder, CacheAction.WRITE, "touch", key, () -> delegate.touch(key, expiration, timeout));
    }

    @Override
    public boolean touch(String key, int expiration) throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.touch(key, expiration)
                : calls.call(recorder, CacheAction.WRITE, "touch", key, () -> delegate.touch(key, expiration));
    }

    @Override
    public Map<InetSocketAddress, String> getVersions()
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.getVersions()
                : calls.call(recorder, CacheAction.OTHER, "getVersions", null, () -> delegate.getVersions());
    }

    @Override
    public long incr(String key, long delta) throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.incr(key, delta)
                : calls.call(recorder, CacheAction.WRITE, "incr", key, () -> delegate.incr(key, delta));
    }

    @Override
    public long incr(String key, long delta, long initial)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.incr(key, delta, initial)
                : calls.call(recorder, CacheAction.WRITE, "incr", key, () -> delegate.incr(key, delta, initial));
    }

    @Override
    public long incr(String key, long delta, long initial, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.incr(key, delta, initial, timeout)
                : calls.call(
                        recorder, CacheAction.WRITE, "incr", key, () -> delegate.incr(key, delta, initial, timeout));
    }

    @Override
    public long decr(String key, long delta) throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.decr(key, delta)
                : calls.call(recorder, CacheAction.WRITE, "decr", key, () -> delegate.decr(key, delta));
    }

    @Override
    public long decr(String key, long delta, long initial)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.decr(key, delta, initial)
                : calls.call(recorder, CacheAction.WRITE, "decr", key, () -> delegate.decr(key, delta, initial));
    }

    @Override
    public long decr(String key, long delta, long initial, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.decr(key, delta, initial, timeout)
                : calls.call(
                        recorder, CacheAction.WRITE, "decr", key, () -> delegate.decr(key, delta, initial, timeout));
    }

    @Override
    public void flushAll() throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.flushAll();
            return;
        }
        calls.run(recorder, CacheAction.REMOVE, "flushAll", null, () -> delegate.flushAll());
    }

    @Override
    public void flushAllWithNoReply() throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.flushAllWithNoReply();
            return;
        }
        calls.send(recorder, CacheAction.REMOVE, "flushAllWithNoReply", null, () -> delegate.flushAllWithNoReply());
    }

    @Override
    public void flushAll(long timeout) throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.flushAll(timeout);
            return;
        }
        calls.run(recorder, CacheAction.REMOVE, "flushAll", null, () -> delegate.flushAll(timeout));
    }

    @Override
    public void flushAll(InetSocketAddress address) throws MemcachedException, InterruptedException, TimeoutException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.flushAll(address);
            return;
        }
        calls.run(recorder, CacheAction.REMOVE, "flushAll", null, () -> delegate.flushAll(address));
    }

    @Override
    public void flushAllWithNoReply(InetSocketAddress address) throws MemcachedException, InterruptedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.flushAllWithNoReply(address);
            return;
        }
        calls.send(
                recorder, CacheAction.REMOVE, "flushAllWithNoReply", null, () -> delegate.flushAllWithNoReply(address));
    }

    @Override
    public void flushAll(InetSocketAddress address, long timeout)
            throws MemcachedException, InterruptedException, TimeoutException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.flushAll(address, timeout);
            return;
        }
        calls.run(recorder, CacheAction.REMOVE, "flushAll", null, () -> delegate.flushAll(address, timeout));
    }

    @Override
    @Deprecated
    public void flushAll(String server) throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.flushAll(server);
            return;
        }
        calls.run(recorder, CacheAction.REMOVE, "flushAll", null, () -> delegate.flushAll(server));
    }

    @Override
    public Map<String, String> stats(InetSocketAddress address)
            throws MemcachedException, InterruptedException, TimeoutException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.stats(address)
                : calls.call(recorder, CacheAction.OTHER, "stats", null, () -> delegate.stats(address));
    }

    @Override
    public Map<String, String> stats(InetSocketAddress address, long timeout)
            throws MemcachedException, InterruptedException, TimeoutException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.stats(address, timeout)
                : calls.call(recorder, CacheAction.OTHER, "stats", null, () -> delegate.stats(address, timeout));
    }

    @Override
    public Map<InetSocketAddress, Map<String, String>> getStats(long timeout)
            throws MemcachedException, InterruptedException, TimeoutException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.getStats(timeout)
                : calls.call(recorder, CacheAction.OTHER, "getStats", null, () -> delegate.getStats(timeout));
    }

    @Override
    public Map<InetSocketAddress, Map<String, String>> getStats()
            throws MemcachedException, InterruptedException, TimeoutException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.getStats()
                : calls.call(recorder, CacheAction.OTHER, "getStats", null, () -> delegate.getStats());
    }

    @Override
    public Map<InetSocketAddress, Map<String, String>> getStatsByItem(String item)
            throws MemcachedException, InterruptedException, TimeoutException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.getStatsByItem(item)
                : calls.call(recorder, CacheAction.OTHER, "getStatsByItem", null, () -> delegate.getStatsByItem(item));
    }

    @Override
    public boolean delete(String key) throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.delete(key)
                : calls.call(recorder, CacheAction.REMOVE, "delete", key, () -> delegate.delete(key));
    }

    @Override
    public Map<InetSocketAddress, Map<String, String>> getStatsByItem(String item, long timeout)
            throws MemcachedException, InterruptedException, TimeoutException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.getStatsByItem(item, timeout)
                : calls.call(
                        recorder,
                        CacheAction.OTHER,
                        "getStatsByItem",
                        null,
                        () -> delegate.getStatsByItem(item, timeout));
    }

    @Override
    public Map<InetSocketAddress, String> getVersions(long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.getVersions(timeout)
                : calls.call(recorder, CacheAction.OTHER, "getVersions", null, () -> delegate.getVersions(timeout));
    }

    @Override
    @Deprecated
    public void deleteWithNoReply(String key, int expiration) throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.deleteWithNoReply(key, expiration);
            return;
        }
        calls.send(
                recorder,
                CacheAction.REMOVE,
                "deleteWithNoReply",
                key,
                () -> delegate.deleteWithNoReply(key, expiration));
    }

    @Override
    public void deleteWithNoReply(String key) throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.deleteWithNoReply(key);
            return;
        }
        calls.send(recorder, CacheAction.REMOVE, "deleteWithNoReply", key, () -> delegate.deleteWithNoReply(key));
    }

    @Override
    public void incrWithNoReply(String key, long delta) throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.incrWithNoReply(key, delta);
            return;
        }
        calls.send(recorder, CacheAction.WRITE, "incrWithNoReply", key, () -> delegate.incrWithNoReply(key, delta));
    }

    @Override
    public void decrWithNoReply(String key, long delta) throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.decrWithNoReply(key, delta);
            return;
        }
        calls.send(recorder, CacheAction.WRITE, "decrWithNoReply", key, () -> delegate.decrWithNoReply(key, delta));
    }

    @Override
    public void flushAllWithNoReply(int expiration) throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.flushAllWithNoReply(expiration);
            return;
        }
        calls.send(
                recorder,
                CacheAction.REMOVE,
                "flushAllWithNoReply",
                null,
                () -> delegate.flushAllWithNoReply(expiration));
    }

    @Override
    public void flushAll(int expiration, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.flushAll(expiration, timeout);
            return;
        }
        calls.run(recorder, CacheAction.REMOVE, "flushAll", null, () -> delegate.flushAll(expiration, timeout));
    }

    @Override
    public void flushAllWithNoReply(InetSocketAddress address, int expiration)
            throws MemcachedException, InterruptedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.flushAllWithNoReply(address, expiration);
            return;
        }
        calls.send(
                recorder,
                CacheAction.REMOVE,
                "flushAllWithNoReply",
                null,
                () -> delegate.flushAllWithNoReply(address, expiration));
    }

    @Override
    public void flushAll(InetSocketAddress address, long timeout, int expiration)
            throws MemcachedException, InterruptedException, TimeoutException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.flushAll(address, timeout, expiration);
            return;
        }
        calls.run(
                recorder, CacheAction.REMOVE, "flushAll", null, () -> delegate.flushAll(address, timeout, expiration));
    }

    @Override
    public Counter getCounter(String key) {
        return new Counter(this, key, 0);
    }

    @Override
    public Counter getCounter(String key, long initial) {
        return new Counter(this, key, initial);
    }

    @Override
    @Deprecated
    public KeyIterator getKeyIterator(InetSocketAddress address)
            throws MemcachedException, InterruptedException, TimeoutException {
        return delegate.getKeyIterator(address);
    }

    @Override
    public long decr(String key, long delta, long initial, long timeout, int expiration)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.decr(key, delta, initial, timeout, expiration)
                : calls.call(
                        recorder,
                        CacheAction.WRITE,
                        "decr",
                        key,
                        () -> delegate.decr(key, delta, initial, timeout, expiration));
    }

    @Override
    public long incr(String key, long delta, long initial, long timeout, int expiration)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.incr(key, delta, initial, timeout, expiration)
                : calls.call(
                        recorder,
                        CacheAction.WRITE,
                        "incr",
                        key,
                        () -> delegate.incr(key, delta, initial, timeout, expiration));
    }

    @Override
    public void invalidateNamespace(String namespace)
            throws MemcachedException, InterruptedException, TimeoutException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.invalidateNamespace(namespace);
            return;
        }
        calls.run(
                recorder,
                CacheAction.REMOVE,
                "invalidateNamespace",
                namespace,
                () -> delegate.invalidateNamespace(namespace));
    }

    @Override
    public void invalidateNamespace(String namespace, long timeout)
            throws MemcachedException, InterruptedException, TimeoutException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.invalidateNamespace(namespace, timeout);
            return;
        }
        calls.run(
                recorder,
                CacheAction.REMOVE,
                "invalidateNamespace",
                namespace,
                () -> delegate.invalidateNamespace(namespace, timeout));
    }

    @Override
    public <T> T withNamespace(String namespace, MemcachedClientCallable<T> callable)
            throws MemcachedException, InterruptedException, TimeoutException {
        return delegate.withNamespace(namespace, untraced -> callable.call(this));
    }
}

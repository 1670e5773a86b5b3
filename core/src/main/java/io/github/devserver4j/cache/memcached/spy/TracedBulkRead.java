package io.github.devserver4j.cache.memcached.spy;

import io.github.devserver4j.cache.CacheExchange;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.spy.memcached.ops.GetOperation;
import net.spy.memcached.ops.OperationStatus;
import net.spy.memcached.ops.StatusCode;

/**
 * Is told the values of the keys of a bulk read, which is an operation for each server that holds some of them. All of
 * those are made before the first is sent.
 */
final class TracedBulkRead extends TracedRead.OfGet {

    private final Collection<String> keys;
    private int asked;
    private int pending;

    /** @param keys what the call shows as its key; grows by the keys of each operation */
    TracedBulkRead(CacheExchange call, Collection<String> keys, GetOperation.Callback delegate) {
        super(call, delegate);
        this.keys = keys;
    }

    /** What the keys of a bulk read are collected in; read by devserver's thread. */
    static Collection<String> keys() {
        return new Keys();
    }

    /** One more operation, for these keys. */
    synchronized void add(Collection<String> more) {
        keys.addAll(more);
        asked += new HashSet<>(more).size();
        pending++;
    }

    /** The servers of a bulk read may answer on several threads; the client is told without a lock. */
    @Override
    synchronized void found(byte[] data) {
        super.found(data);
    }

    /** Couchbase: the keys have moved, and are asked for again in so many operations. */
    @Override
    synchronized void onStatus(OperationStatus received) {
        if (received.getStatusCode() == StatusCode.ERR_NOT_MY_VBUCKET) {
            pending += Integer.parseInt(received.getMessage());
        }
    }

    @Override
    synchronized boolean isLast() {
        pending--;
        return pending <= 0;
    }

    @Override
    int asked() {
        return asked;
    }

    /** Shown as a list. */
    private static final class Keys extends ConcurrentLinkedQueue<String> {
        @Override
        public String toString() {
            return List.copyOf(this).toString();
        }
    }
}

package io.github.devserver4j.cache.memcached.spy;

import io.github.devserver4j.cache.CacheExchange;
import net.spy.memcached.ops.GetAndTouchOperation;
import net.spy.memcached.ops.GetOperation;
import net.spy.memcached.ops.GetsOperation;
import net.spy.memcached.ops.OperationCallback;

/** Is told the value of one key: a hit, or else a miss. */
class TracedRead<C extends OperationCallback> extends TracedCallback<C> {

    private int hits;
    private long bytes;

    TracedRead(CacheExchange call, C delegate) {
        super(call, delegate);
    }

    void found(byte[] data) {
        if (data != null) {
            hits++;
            bytes += data.length;
        }
    }

    @Override
    final void answered(CacheExchange answered) {
        answered.found(hits, Math.max(0, asked() - hits));
        if (hits > 0) {
            answered.bytes(bytes);
        }
    }

    int asked() {
        return 1;
    }

    /** Of a get. */
    static class OfGet extends TracedRead<GetOperation.Callback> implements GetOperation.Callback {
        OfGet(CacheExchange call, GetOperation.Callback delegate) {
            super(call, delegate);
        }

        @Override
        public void gotData(String key, int flags, byte[] data) {
            found(data);
            delegate.gotData(key, flags, data);
        }
    }

    /** Of a get with the version that a compare-and-set needs. */
    static final class OfGets extends TracedRead<GetsOperation.Callback> implements GetsOperation.Callback {
        OfGets(CacheExchange call, GetsOperation.Callback delegate) {
            super(call, delegate);
        }

        @Override
        public void gotData(String key, int flags, long cas, byte[] data) {
            found(data);
            delegate.gotData(key, flags, cas, data);
        }
    }

    /** Of a get that also sets the time to live. */
    static final class OfGetAndTouch extends TracedRead<GetAndTouchOperation.Callback>
            implements GetAndTouchOperation.Callback {
        OfGetAndTouch(CacheExchange call, GetAndTouchOperation.Callback delegate) {
            super(call, delegate);
        }

        @Override
        public void gotData(String key, int flags, long cas, byte[] data) {
            found(data);
            delegate.gotData(key, flags, cas, data);
        }
    }
}

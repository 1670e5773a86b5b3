package io.github.devserver4j.cache.memcached.spy;

import io.github.devserver4j.cache.CacheExchange;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.spy.memcached.OperationTimeoutException;
import net.spy.memcached.internal.BulkFuture;
import net.spy.memcached.internal.BulkGetCompletionListener;
import net.spy.memcached.ops.OperationStatus;

/** Notes when waiting for a bulk read is given up, which the client tells neither its operations nor its callback. */
final class TracedBulkFuture<V> implements BulkFuture<V> {

    private final BulkFuture<V> delegate;
    private final CacheExchange call;

    TracedBulkFuture(BulkFuture<V> delegate, CacheExchange call) {
        this.delegate = delegate;
        this.call = call;
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
        return delegate.get();
    }

    @Override
    public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return delegate.get(timeout, unit);
        } catch (TimeoutException givenUp) {
            call.fail(givenUp);
            throw givenUp;
        }
    }

    @Override
    public V getSome(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException {
        V some = delegate.getSome(timeout, unit);
        if (delegate.isTimeout() && !call.isEnded()) {
            call.fail(new OperationTimeoutException("Operation timed out."));
        }
        return some;
    }

    @Override
    public boolean isTimeout() {
        return delegate.isTimeout();
    }

    @Override
    public OperationStatus getStatus() {
        return delegate.getStatus();
    }

    @Override
    public Future<V> addListener(BulkGetCompletionListener listener) {
        var unused = delegate.addListener(listener);
        return this;
    }

    @Override
    public Future<V> removeListener(BulkGetCompletionListener listener) {
        var unused = delegate.removeListener(listener);
        return this;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return delegate.cancel(mayInterruptIfRunning);
    }

    @Override
    public boolean isCancelled() {
        return delegate.isCancelled();
    }

    @Override
    public boolean isDone() {
        return delegate.isDone();
    }
}

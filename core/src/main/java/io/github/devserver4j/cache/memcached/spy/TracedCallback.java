package io.github.devserver4j.cache.memcached.spy;

import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.concurrent.CancellationException;
import net.spy.memcached.OperationTimeoutException;
import net.spy.memcached.ops.CancelledOperationStatus;
import net.spy.memcached.ops.DeleteOperation;
import net.spy.memcached.ops.OperationCallback;
import net.spy.memcached.ops.OperationErrorType;
import net.spy.memcached.ops.OperationException;
import net.spy.memcached.ops.OperationStatus;
import net.spy.memcached.ops.StatsOperation;
import net.spy.memcached.ops.StoreOperation;
import net.spy.memcached.ops.TimedOutOperationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Is told what the server answers to one operation, notes it, and tells the client. Its call has ended before the client,
 * and so the application, is told. Called by the client's own thread, and by those that cancel or give up.
 *
 * @param <C> what the client has to be told by
 */
class TracedCallback<C extends OperationCallback> implements OperationCallback {

    final C delegate;
    private final CacheExchange call;
    private @Nullable OperationStatus status;

    TracedCallback(CacheExchange call, C delegate) {
        this.call = call;
        this.delegate = delegate;
    }

    final CacheExchange call() {
        return call;
    }

    /** Whether a callback tells a call of this request already. */
    static boolean isOf(TraceRecorder recorder, OperationCallback callback) {
        return callback instanceof TracedCallback<?> traced
                && (traced.call.isOf(recorder) || isOf(recorder, traced.delegate));
    }

    /** The client did not take the operation. */
    final void refused(Throwable refusal) {
        call.fail(refusal);
        if (delegate instanceof TracedCallback<?> inner) {
            inner.refused(refusal);
        }
    }

    @Override
    public final void receivedStatus(OperationStatus received) {
        status = received;
        try {
            onStatus(received);
        } catch (Throwable fault) { // on the client's own thread, which it would end
            Faults.report(fault);
        }
        delegate.receivedStatus(received);
    }

    @Override
    public final void complete() {
        if (isLast() && !call.isEnded()) {
            try {
                end();
            } catch (Throwable fault) {
                Faults.report(fault);
            }
        }
        delegate.complete();
    }

    private void end() {
        Throwable failure = failure(status);
        if (failure == null) {
            answered(call);
        }
        call.end(failure);
    }

    /** Sees each status. */
    void onStatus(OperationStatus received) {}

    /** Whether nothing more is to come for the call. */
    boolean isLast() {
        return true;
    }

    /** Sets what the server's answer says. */
    void answered(CacheExchange answered) {}

    /** What is not an answer to the question: not there, not stored and the like are. */
    private static @Nullable Throwable failure(@Nullable OperationStatus status) {
        if (status == null || status.isSuccess()) {
            return null;
        } else if (status instanceof CancelledOperationStatus) {
            return new CancellationException("Cancelled");
        } else if (status instanceof TimedOutOperationStatus) {
            return new OperationTimeoutException("Timed out waiting for operation");
        }
        return isAnswer(status) ? null : new OperationException(OperationErrorType.SERVER, status.getMessage());
    }

    private static boolean isAnswer(OperationStatus status) {
        if (status.getStatusCode() == null) {
            return true;
        }
        return switch (status.getStatusCode()) {
            case SUCCESS, ERR_NOT_FOUND, ERR_EXISTS, ERR_NOT_STORED -> true;
            default -> false;
        };
    }

    /** Of a store or a compare-and-set. */
    static final class OfStore extends TracedCallback<StoreOperation.Callback> implements StoreOperation.Callback {
        OfStore(CacheExchange call, StoreOperation.Callback delegate) {
            super(call, delegate);
        }

        @Override
        public void gotData(String key, long cas) {
            delegate.gotData(key, cas);
        }
    }

    /** Of the server's statistics. */
    static final class OfStats extends TracedCallback<StatsOperation.Callback> implements StatsOperation.Callback {
        OfStats(CacheExchange call, StatsOperation.Callback delegate) {
            super(call, delegate);
        }

        @Override
        public void gotStat(String name, String value) {
            delegate.gotStat(name, value);
        }
    }

    /** Of a delete. */
    static final class OfDelete extends TracedCallback<DeleteOperation.Callback> implements DeleteOperation.Callback {
        OfDelete(CacheExchange call, DeleteOperation.Callback delegate) {
            super(call, delegate);
        }

        @Override
        public void gotData(long cas) {
            delegate.gotData(cas);
        }
    }
}

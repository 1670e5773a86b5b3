package io.github.devserver4j.cache.memcached.spy;

import io.github.devserver4j.cache.CacheAction;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import javax.security.auth.callback.CallbackHandler;
import net.spy.memcached.OperationFactory;
import net.spy.memcached.ops.CASOperation;
import net.spy.memcached.ops.ConcatenationOperation;
import net.spy.memcached.ops.ConcatenationType;
import net.spy.memcached.ops.DeleteOperation;
import net.spy.memcached.ops.FlushOperation;
import net.spy.memcached.ops.GetAndTouchOperation;
import net.spy.memcached.ops.GetOperation;
import net.spy.memcached.ops.GetlOperation;
import net.spy.memcached.ops.GetsOperation;
import net.spy.memcached.ops.KeyedOperation;
import net.spy.memcached.ops.Mutator;
import net.spy.memcached.ops.MutatorOperation;
import net.spy.memcached.ops.NoopOperation;
import net.spy.memcached.ops.ObserveOperation;
import net.spy.memcached.ops.Operation;
import net.spy.memcached.ops.OperationCallback;
import net.spy.memcached.ops.ReplicaGetOperation;
import net.spy.memcached.ops.ReplicaGetsOperation;
import net.spy.memcached.ops.SASLAuthOperation;
import net.spy.memcached.ops.SASLMechsOperation;
import net.spy.memcached.ops.SASLStepOperation;
import net.spy.memcached.ops.StatsOperation;
import net.spy.memcached.ops.StoreOperation;
import net.spy.memcached.ops.StoreType;
import net.spy.memcached.ops.TapOperation;
import net.spy.memcached.ops.TouchOperation;
import net.spy.memcached.ops.UnlockOperation;
import net.spy.memcached.ops.VersionOperation;
import net.spy.memcached.tapmessage.RequestMessage;
import net.spy.memcached.tapmessage.TapOpcode;

/**
 * Makes the operations that the wrapped factory makes, with callbacks that record them. Couchbase's own operations and
 * those that log in are left as they are. Thread-safe.
 */
final class TracedOperationFactory implements OperationFactory {

    private final OperationFactory delegate;
    private final Operations operations;

    TracedOperationFactory(OperationFactory delegate, Operations operations) {
        this.delegate = delegate;
        this.operations = operations;
    }

    @Override
    public NoopOperation noop(OperationCallback callback) {
        OperationCallback traced = operations.other(CacheAction.OTHER, "noop", null, callback);
        return made(traced, () -> delegate.noop(traced));
    }

    @Override
    public DeleteOperation delete(String key, DeleteOperation.Callback callback) {
        DeleteOperation.Callback traced = operations.delete(key, callback);
        return made(traced, () -> delegate.delete(key, traced));
    }

    @Override
    public DeleteOperation delete(String key, long cas, DeleteOperation.Callback callback) {
        DeleteOperation.Callback traced = operations.delete(key, callback);
        return made(traced, () -> delegate.delete(key, cas, traced));
    }

    @Override
    public UnlockOperation unlock(String key, long cas, OperationCallback callback) {
        return delegate.unlock(key, cas, callback);
    }

    @Override
    public ObserveOperation observe(String key, long cas, int index, ObserveOperation.Callback callback) {
        return delegate.observe(key, cas, index, callback);
    }

    @Override
    public FlushOperation flush(int delay, OperationCallback callback) {
        OperationCallback traced = operations.other(CacheAction.REMOVE, "flush", null, callback);
        return made(traced, () -> delegate.flush(delay, traced));
    }

    @Override
    public GetAndTouchOperation getAndTouch(String key, int expiration, GetAndTouchOperation.Callback callback) {
        GetAndTouchOperation.Callback traced = operations.getAndTouch(key, callback);
        return made(traced, () -> delegate.getAndTouch(key, expiration, traced));
    }

    @Override
    public GetOperation get(String key, GetOperation.Callback callback) {
        GetOperation.Callback traced = operations.get(key, callback);
        return made(traced, () -> delegate.get(key, traced));
    }

    @Override
    public ReplicaGetOperation replicaGet(String key, int index, ReplicaGetOperation.Callback callback) {
        return delegate.replicaGet(key, index, callback);
    }

    @Override
    public ReplicaGetsOperation replicaGets(String key, int index, ReplicaGetsOperation.Callback callback) {
        return delegate.replicaGets(key, index, callback);
    }

    @Override
    public GetlOperation getl(String key, int expiration, GetlOperation.Callback callback) {
        return delegate.getl(key, expiration, callback);
    }

    @Override
    public GetsOperation gets(String key, GetsOperation.Callback callback) {
        GetsOperation.Callback traced = operations.gets(key, callback);
        return made(traced, () -> delegate.gets(key, traced));
    }

    @Override
    public GetOperation get(Collection<String> keys, GetOperation.Callback callback) {
        GetOperation.Callback traced = operations.getBulk(keys, callback);
        return made(traced, () -> delegate.get(keys, traced));
    }

    @Override
    public StatsOperation keyStats(String key, StatsOperation.Callback callback) {
        return delegate.keyStats(key, callback);
    }

    @Override
    public MutatorOperation mutate(
            Mutator mutator, String key, long by, long initial, int expiration, OperationCallback callback) {
        OperationCallback traced = operations.other(CacheAction.WRITE, mutator.name(), key, callback);
        return made(traced, () -> delegate.mutate(mutator, key, by, initial, expiration, traced));
    }

    @Override
    public StatsOperation stats(String argument, StatsOperation.Callback callback) {
        StatsOperation.Callback traced = operations.stats(callback);
        return made(traced, () -> delegate.stats(argument, traced));
    }

    @Override
    public StoreOperation store(
            StoreType type, String key, int flags, int expiration, byte[] data, StoreOperation.Callback callback) {
        StoreOperation.Callback traced = operations.store(type.name(), key, data, callback);
        return made(traced, () -> delegate.store(type, key, flags, expiration, data, traced));
    }

    @Override
    public TouchOperation touch(String key, int expiration, OperationCallback callback) {
        OperationCallback traced = operations.other(CacheAction.WRITE, "touch", key, callback);
        return made(traced, () -> delegate.touch(key, expiration, traced));
    }

    @Override
    public ConcatenationOperation cat(
            ConcatenationType type, long cas, String key, byte[] data, OperationCallback callback) {
        OperationCallback traced = operations.cat(type.name(), key, data, callback);
        return made(traced, () -> delegate.cat(type, cas, key, data, traced));
    }

    @Override
    public CASOperation cas(
            StoreType type,
            String key,
            long cas,
            int flags,
            int expiration,
            byte[] data,
            StoreOperation.Callback callback) {
        StoreOperation.Callback traced = operations.store("cas", key, data, callback);
        return made(traced, () -> delegate.cas(type, key, cas, flags, expiration, data, traced));
    }

    @Override
    public VersionOperation version(OperationCallback callback) {
        OperationCallback traced = operations.other(CacheAction.OTHER, "version", null, callback);
        return made(traced, () -> delegate.version(traced));
    }

    @Override
    public SASLMechsOperation saslMechs(OperationCallback callback) {
        return delegate.saslMechs(callback);
    }

    @Override
    public SASLAuthOperation saslAuth(
            String[] mechanisms,
            String server,
            Map<String, ?> properties,
            CallbackHandler handler,
            OperationCallback callback) {
        return delegate.saslAuth(mechanisms, server, properties, handler, callback);
    }

    @Override
    public SASLStepOperation saslStep(
            String[] mechanisms,
            byte[] challenge,
            String server,
            Map<String, ?> properties,
            CallbackHandler handler,
            OperationCallback callback) {
        return delegate.saslStep(mechanisms, challenge, server, properties, handler, callback);
    }

    @Override
    public Collection<Operation> clone(KeyedOperation operation) {
        return delegate.clone(operation);
    }

    @Override
    public TapOperation tapBackfill(String id, long date, OperationCallback callback) {
        return delegate.tapBackfill(id, date, callback);
    }

    @Override
    public TapOperation tapCustom(String id, RequestMessage message, OperationCallback callback) {
        return delegate.tapCustom(id, message, callback);
    }

    @Override
    public TapOperation tapAck(TapOpcode opcode, int opaque, OperationCallback callback) {
        return delegate.tapAck(opcode, opaque, callback);
    }

    @Override
    public TapOperation tapDump(String id, OperationCallback callback) {
        return delegate.tapDump(id, callback);
    }

    /** An operation that can't be made is a failed call. */
    private static <T> T made(OperationCallback callback, Supplier<T> operation) {
        try {
            return operation.get();
        } catch (Throwable refusal) {
            if (callback instanceof TracedCallback<?> traced) {
                traced.refused(refusal);
            }
            throw refusal;
        }
    }
}

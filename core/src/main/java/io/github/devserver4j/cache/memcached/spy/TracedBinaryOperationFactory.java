package io.github.devserver4j.cache.memcached.spy;

import java.util.Collection;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
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
import net.spy.memcached.protocol.binary.BinaryOperationFactory;
import net.spy.memcached.tapmessage.RequestMessage;
import net.spy.memcached.tapmessage.TapOpcode;

/**
 * A {@link TracedOperationFactory} of a kind that tells the client to speak the binary protocol: the client decides by
 * it how long a key may be. Thread-safe.
 */
final class TracedBinaryOperationFactory extends BinaryOperationFactory {

    private final TracedOperationFactory delegate;

    TracedBinaryOperationFactory(TracedOperationFactory delegate) {
        this.delegate = delegate;
    }

    @Override
    public NoopOperation noop(OperationCallback callback) {
        return delegate.noop(callback);
    }

    @Override
    public DeleteOperation delete(String key, DeleteOperation.Callback callback) {
        return delegate.delete(key, callback);
    }

    @Override
    public DeleteOperation delete(String key, long cas, DeleteOperation.Callback callback) {
        return delegate.delete(key, cas, callback);
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
        return delegate.flush(delay, callback);
    }

    @Override
    public GetAndTouchOperation getAndTouch(String key, int expiration, GetAndTouchOperation.Callback callback) {
        return delegate.getAndTouch(key, expiration, callback);
    }

    @Override
    public GetOperation get(String key, GetOperation.Callback callback) {
        return delegate.get(key, callback);
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
        return delegate.gets(key, callback);
    }

    @Override
    public GetOperation get(Collection<String> keys, GetOperation.Callback callback) {
        return delegate.get(keys, callback);
    }

    @Override
    public StatsOperation keyStats(String key, StatsOperation.Callback callback) {
        return delegate.keyStats(key, callback);
    }

    @Override
    public MutatorOperation mutate(
            Mutator mutator, String key, long by, long initial, int expiration, OperationCallback callback) {
        return delegate.mutate(mutator, key, by, initial, expiration, callback);
    }

    @Override
    public StatsOperation stats(String argument, StatsOperation.Callback callback) {
        return delegate.stats(argument, callback);
    }

    @Override
    public StoreOperation store(
            StoreType type, String key, int flags, int expiration, byte[] data, StoreOperation.Callback callback) {
        return delegate.store(type, key, flags, expiration, data, callback);
    }

    @Override
    public TouchOperation touch(String key, int expiration, OperationCallback callback) {
        return delegate.touch(key, expiration, callback);
    }

    @Override
    public ConcatenationOperation cat(
            ConcatenationType type, long cas, String key, byte[] data, OperationCallback callback) {
        return delegate.cat(type, cas, key, data, callback);
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
        return delegate.cas(type, key, cas, flags, expiration, data, callback);
    }

    @Override
    public VersionOperation version(OperationCallback callback) {
        return delegate.version(callback);
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
}

package io.github.devserver4j.cache.memcached.spy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import net.spy.memcached.ConnectionFactory;
import net.spy.memcached.MemcachedConnection;
import net.spy.memcached.MemcachedNode;
import net.spy.memcached.compat.log.Logger;
import net.spy.memcached.compat.log.LoggerFactory;
import net.spy.memcached.ops.Operation;

/** The client's usual connection; where it refuses to queue an operation (full, shut down, bad key), that is a failed call. */
final class RefusalTellingConnection extends MemcachedConnection {

    RefusalTellingConnection(ConnectionFactory factory, List<InetSocketAddress> addresses) throws IOException {
        super(
                factory.getReadBufSize(),
                factory,
                addresses,
                factory.getInitialObservers(),
                factory.getFailureMode(),
                factory.getOperationFactory());
    }

    @Override
    public void enqueueOperation(String key, Operation operation) {
        try {
            super.enqueueOperation(key, operation);
        } catch (Throwable refusal) {
            tell(operation, refusal);
            throw refusal;
        }
    }

    @Override
    public void addOperations(Map<MemcachedNode, Operation> operations) {
        try {
            super.addOperations(operations);
        } catch (Throwable refusal) {
            operations.values().forEach(operation -> tell(operation, refusal));
            throw refusal;
        }
    }

    /** The client's own, so that the application's settings for it hold. */
    @Override
    protected Logger getLogger() {
        return LoggerFactory.getLogger(MemcachedConnection.class);
    }

    private static void tell(Operation operation, Throwable refusal) {
        if (operation.getCallback() instanceof TracedCallback<?> traced) {
            traced.refused(refusal);
        }
    }
}

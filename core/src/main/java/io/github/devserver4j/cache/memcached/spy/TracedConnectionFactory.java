package io.github.devserver4j.cache.memcached.spy;

import io.github.devserver4j.cache.CacheServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import net.spy.memcached.ConnectionFactory;
import net.spy.memcached.ConnectionObserver;
import net.spy.memcached.DefaultConnectionFactory;
import net.spy.memcached.FailureMode;
import net.spy.memcached.HashAlgorithm;
import net.spy.memcached.MemcachedConnection;
import net.spy.memcached.MemcachedNode;
import net.spy.memcached.NodeLocator;
import net.spy.memcached.OperationFactory;
import net.spy.memcached.auth.AuthDescriptor;
import net.spy.memcached.metrics.MetricCollector;
import net.spy.memcached.metrics.MetricType;
import net.spy.memcached.ops.Operation;
import net.spy.memcached.protocol.binary.BinaryOperationFactory;
import net.spy.memcached.transcoders.Transcoder;

/**
 * Gives a client operations that record themselves, and otherwise what the wrapped factory gives. The connection and its
 * nodes are made by the wrapped factory and know nothing of it. As thread-safe as the factory it wraps.
 */
final class TracedConnectionFactory implements ConnectionFactory {

    private final ConnectionFactory delegate;
    private final CacheServer server;
    private final WaitingThreads waiting = new WaitingThreads();

    TracedConnectionFactory(ConnectionFactory delegate, CacheServer server) {
        this.delegate = delegate;
        this.server = server;
    }

    WaitingThreads waiting() {
        return waiting;
    }

    CacheServer server() {
        return server;
    }

    /** The client asks what kind of factory it is, so one for the binary protocol stays one. */
    @Override
    public OperationFactory getOperationFactory() {
        OperationFactory operations = delegate.getOperationFactory();
        TracedOperationFactory traced = new TracedOperationFactory(operations, new Operations(server, waiting));
        return operations instanceof BinaryOperationFactory ? new TracedBinaryOperationFactory(traced) : traced;
    }

    @Override
    public MemcachedConnection createConnection(List<InetSocketAddress> addresses) throws IOException {
        return connectsByDefault()
                ? new RefusalTellingConnection(delegate, addresses)
                : delegate.createConnection(addresses);
    }

    /** A factory with connections of its own keeps them. */
    private boolean connectsByDefault() {
        try {
            return delegate.getClass()
                    .getMethod("createConnection", List.class)
                    .getDeclaringClass()
                    .equals(DefaultConnectionFactory.class);
        } catch (NoSuchMethodException | SecurityException unknown) {
            return false;
        }
    }

    @Override
    public MemcachedNode createMemcachedNode(SocketAddress address, SocketChannel channel, int bufferSize) {
        return delegate.createMemcachedNode(address, channel, bufferSize);
    }

    @Override
    public BlockingQueue<Operation> createOperationQueue() {
        return delegate.createOperationQueue();
    }

    @Override
    public BlockingQueue<Operation> createReadOperationQueue() {
        return delegate.createReadOperationQueue();
    }

    @Override
    public BlockingQueue<Operation> createWriteOperationQueue() {
        return delegate.createWriteOperationQueue();
    }

    @Override
    public long getOpQueueMaxBlockTime() {
        return delegate.getOpQueueMaxBlockTime();
    }

    @Override
    public ExecutorService getListenerExecutorService() {
        return delegate.getListenerExecutorService();
    }

    @Override
    public boolean isDefaultExecutorService() {
        return delegate.isDefaultExecutorService();
    }

    @Override
    public NodeLocator createLocator(List<MemcachedNode> nodes) {
        return delegate.createLocator(nodes);
    }

    @Override
    public long getOperationTimeout() {
        return delegate.getOperationTimeout();
    }

    @Override
    public boolean isDaemon() {
        return delegate.isDaemon();
    }

    @Override
    public boolean useNagleAlgorithm() {
        return delegate.useNagleAlgorithm();
    }

    @Override
    public Collection<ConnectionObserver> getInitialObservers() {
        return delegate.getInitialObservers();
    }

    @Override
    public FailureMode getFailureMode() {
        return delegate.getFailureMode();
    }

    @Override
    public Transcoder<Object> getDefaultTranscoder() {
        return delegate.getDefaultTranscoder();
    }

    @Override
    public boolean shouldOptimize() {
        return delegate.shouldOptimize();
    }

    @Override
    public int getReadBufSize() {
        return delegate.getReadBufSize();
    }

    @Override
    public HashAlgorithm getHashAlg() {
        return delegate.getHashAlg();
    }

    @Override
    public long getMaxReconnectDelay() {
        return delegate.getMaxReconnectDelay();
    }

    @Override
    public AuthDescriptor getAuthDescriptor() {
        return delegate.getAuthDescriptor();
    }

    @Override
    public int getTimeoutExceptionThreshold() {
        return delegate.getTimeoutExceptionThreshold();
    }

    @Override
    public MetricType enableMetrics() {
        return delegate.enableMetrics();
    }

    @Override
    public MetricCollector getMetricCollector() {
        return delegate.getMetricCollector();
    }

    @Override
    public long getAuthWaitTime() {
        return delegate.getAuthWaitTime();
    }

    @Override
    public String toString() {
        return delegate.toString();
    }
}

package io.github.devserver4j.cache.memcached.xmemcached;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeoutException;
import net.rubyeye.xmemcached.KeyProvider;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.MemcachedClientStateListener;
import net.rubyeye.xmemcached.auth.AuthInfo;
import net.rubyeye.xmemcached.buffer.BufferAllocator;
import net.rubyeye.xmemcached.exception.MemcachedException;
import net.rubyeye.xmemcached.impl.ReconnectRequest;
import net.rubyeye.xmemcached.networking.Connector;
import net.rubyeye.xmemcached.transcoders.Transcoder;
import net.rubyeye.xmemcached.utils.Protocol;

/** What a client does besides calls of the cache: passed on as it is. Thread-safe. */
abstract class ForwardingClient implements MemcachedClient {

    final MemcachedClient delegate;

    ForwardingClient(MemcachedClient delegate) {
        this.delegate = delegate;
    }

    @Override
    public void setMergeFactor(int number) {
        delegate.setMergeFactor(number);
    }

    @Override
    public long getConnectTimeout() {
        return delegate.getConnectTimeout();
    }

    @Override
    public void setConnectTimeout(long timeout) {
        delegate.setConnectTimeout(timeout);
    }

    @Override
    public Connector getConnector() {
        return delegate.getConnector();
    }

    @Override
    public void setOptimizeGet(boolean on) {
        delegate.setOptimizeGet(on);
    }

    @Override
    public void setOptimizeMergeBuffer(boolean on) {
        delegate.setOptimizeMergeBuffer(on);
    }

    @Override
    public boolean isShutdown() {
        return delegate.isShutdown();
    }

    @Override
    public void addServer(String server, int port) throws IOException {
        delegate.addServer(server, port);
    }

    @Override
    public void addServer(InetSocketAddress address) throws IOException {
        delegate.addServer(address);
    }

    @Override
    public void addServer(String server) throws IOException {
        delegate.addServer(server);
    }

    @Override
    public List<String> getServersDescription() {
        return delegate.getServersDescription();
    }

    @Override
    public void removeServer(String servers) {
        delegate.removeServer(servers);
    }

    @Override
    public void removeServer(InetSocketAddress address) {
        delegate.removeServer(address);
    }

    @Override
    @Deprecated
    public void setBufferAllocator(BufferAllocator allocator) {
        delegate.setBufferAllocator(allocator);
    }

    @Override
    public void shutdown() throws IOException {
        delegate.shutdown();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Transcoder getTranscoder() {
        return delegate.getTranscoder();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void setTranscoder(Transcoder transcoder) {
        delegate.setTranscoder(transcoder);
    }

    @Override
    public long getOpTimeout() {
        return delegate.getOpTimeout();
    }

    @Override
    public void setOpTimeout(long timeout) {
        delegate.setOpTimeout(timeout);
    }

    @Override
    @Deprecated
    public Collection<InetSocketAddress> getAvaliableServers() {
        return delegate.getAvaliableServers();
    }

    @Override
    public Collection<InetSocketAddress> getAvailableServers() {
        return delegate.getAvailableServers();
    }

    @Override
    public void addServer(String server, int port, int weight) throws IOException {
        delegate.addServer(server, port, weight);
    }

    @Override
    public void addServer(InetSocketAddress address, int weight) throws IOException {
        delegate.addServer(address, weight);
    }

    @Override
    public void setLoggingLevelVerbosity(InetSocketAddress address, int number)
            throws TimeoutException, InterruptedException, MemcachedException {
        delegate.setLoggingLevelVerbosity(address, number);
    }

    @Override
    public void setLoggingLevelVerbosityWithNoReply(InetSocketAddress address, int number)
            throws InterruptedException, MemcachedException {
        delegate.setLoggingLevelVerbosityWithNoReply(address, number);
    }

    @Override
    public void addStateListener(MemcachedClientStateListener listener) {
        delegate.addStateListener(listener);
    }

    @Override
    public void removeStateListener(MemcachedClientStateListener listener) {
        delegate.removeStateListener(listener);
    }

    @Override
    public Collection<MemcachedClientStateListener> getStateListeners() {
        return delegate.getStateListeners();
    }

    @Override
    public void setHealSessionInterval(long interval) {
        delegate.setHealSessionInterval(interval);
    }

    @Override
    public void setEnableHealSession(boolean on) {
        delegate.setEnableHealSession(on);
    }

    @Override
    public long getHealSessionInterval() {
        return delegate.getHealSessionInterval();
    }

    @Override
    public Protocol getProtocol() {
        return delegate.getProtocol();
    }

    @Override
    public void setPrimitiveAsString(boolean on) {
        delegate.setPrimitiveAsString(on);
    }

    @Override
    public void setConnectionPoolSize(int number) {
        delegate.setConnectionPoolSize(number);
    }

    @Override
    public void setEnableHeartBeat(boolean on) {
        delegate.setEnableHeartBeat(on);
    }

    @Override
    public void setSanitizeKeys(boolean on) {
        delegate.setSanitizeKeys(on);
    }

    @Override
    public boolean isSanitizeKeys() {
        return delegate.isSanitizeKeys();
    }

    @Override
    public void setAuthInfoMap(Map<InetSocketAddress, AuthInfo> authentication) {
        delegate.setAuthInfoMap(authentication);
    }

    @Override
    public Map<InetSocketAddress, AuthInfo> getAuthInfoMap() {
        return delegate.getAuthInfoMap();
    }

    @Override
    public Map<String, AuthInfo> getAuthInfoStringMap() {
        return delegate.getAuthInfoStringMap();
    }

    @Override
    public String getName() {
        return delegate.getName();
    }

    @Override
    public void setName(String name) {
        delegate.setName(name);
    }

    @Override
    public Queue<ReconnectRequest> getReconnectRequestQueue() {
        return delegate.getReconnectRequestQueue();
    }

    @Override
    public void setFailureMode(boolean on) {
        delegate.setFailureMode(on);
    }

    @Override
    public boolean isFailureMode() {
        return delegate.isFailureMode();
    }

    @Override
    public void setKeyProvider(KeyProvider provider) {
        delegate.setKeyProvider(provider);
    }

    @Override
    public int getTimeoutExceptionThreshold() {
        return delegate.getTimeoutExceptionThreshold();
    }

    @Override
    public void setTimeoutExceptionThreshold(int number) {
        delegate.setTimeoutExceptionThreshold(number);
    }

    @Override
    public void endWithNamespace() {
        delegate.endWithNamespace();
    }

    @Override
    public void beginWithNamespace(String namespace) {
        delegate.beginWithNamespace(namespace);
    }
}

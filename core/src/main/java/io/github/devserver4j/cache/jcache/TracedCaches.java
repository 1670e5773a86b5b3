package io.github.devserver4j.cache.jcache;

import java.net.URI;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.Configuration;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/** A {@link CacheManager} whose caches record their calls. As thread-safe as the manager it wraps. */
final class TracedCaches implements CacheManager {

    private final CacheManager delegate;
    private final JCacheTracing tracing;

    TracedCaches(CacheManager delegate, JCacheTracing tracing) {
        this.delegate = delegate;
        this.tracing = tracing;
    }

    JCacheTracing tracing() {
        return tracing;
    }

    @Override
    public <K, V, C extends Configuration<K, V>> Cache<K, V> createCache(String name, C configuration) {
        return tracing.wrap(delegate.createCache(name, configuration));
    }

    @Override
    public <K, V> Cache<K, V> getCache(String name, Class<K> keyType, Class<V> valueType) {
        return tracing.wrap(delegate.getCache(name, keyType, valueType));
    }

    @Override
    public <K, V> Cache<K, V> getCache(String name) {
        return tracing.wrap(delegate.<K, V>getCache(name));
    }

    @Override
    public CachingProvider getCachingProvider() {
        return tracing.wrap(delegate.getCachingProvider());
    }

    @Override
    public URI getURI() {
        return delegate.getURI();
    }

    @Override
    public ClassLoader getClassLoader() {
        return delegate.getClassLoader();
    }

    @Override
    public Properties getProperties() {
        return delegate.getProperties();
    }

    @Override
    public Iterable<String> getCacheNames() {
        return delegate.getCacheNames();
    }

    @Override
    public void destroyCache(String name) {
        delegate.destroyCache(name);
    }

    @Override
    public void enableManagement(String name, boolean enabled) {
        delegate.enableManagement(name, enabled);
    }

    @Override
    public void enableStatistics(String name, boolean enabled) {
        delegate.enableStatistics(name, enabled);
    }

    @Override
    public void close() {
        delegate.close();
    }

    @Override
    public boolean isClosed() {
        return delegate.isClosed();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return delegate.unwrap(type);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || delegate.equals(other instanceof TracedCaches traced ? traced.delegate : other);
    }

    @Override
    public int hashCode() {
        return delegate.hashCode();
    }

    @Override
    public String toString() {
        return delegate.toString();
    }
}

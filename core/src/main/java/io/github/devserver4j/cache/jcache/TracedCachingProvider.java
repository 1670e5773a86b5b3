package io.github.devserver4j.cache.jcache;

import java.net.URI;
import java.util.Properties;
import javax.cache.CacheManager;
import javax.cache.configuration.OptionalFeature;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/** A {@link CachingProvider} whose managers' caches record their calls. As thread-safe as the provider it wraps. */
final class TracedCachingProvider implements CachingProvider {

    private final CachingProvider delegate;
    private final JCacheTracing tracing;

    TracedCachingProvider(CachingProvider delegate, JCacheTracing tracing) {
        this.delegate = delegate;
        this.tracing = tracing;
    }

    JCacheTracing tracing() {
        return tracing;
    }

    @Override
    public CacheManager getCacheManager(URI uri, ClassLoader classLoader, Properties properties) {
        return tracing.wrap(delegate.getCacheManager(uri, classLoader, properties));
    }

    @Override
    public CacheManager getCacheManager(URI uri, ClassLoader classLoader) {
        return tracing.wrap(delegate.getCacheManager(uri, classLoader));
    }

    @Override
    public CacheManager getCacheManager() {
        return tracing.wrap(delegate.getCacheManager());
    }

    @Override
    public ClassLoader getDefaultClassLoader() {
        return delegate.getDefaultClassLoader();
    }

    @Override
    public URI getDefaultURI() {
        return delegate.getDefaultURI();
    }

    @Override
    public Properties getDefaultProperties() {
        return delegate.getDefaultProperties();
    }

    @Override
    public void close() {
        delegate.close();
    }

    @Override
    public void close(ClassLoader classLoader) {
        delegate.close(classLoader);
    }

    @Override
    public void close(URI uri, ClassLoader classLoader) {
        delegate.close(uri, classLoader);
    }

    @Override
    public boolean isSupported(OptionalFeature feature) {
        return delegate.isSupported(feature);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || delegate.equals(other instanceof TracedCachingProvider traced ? traced.delegate : other);
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

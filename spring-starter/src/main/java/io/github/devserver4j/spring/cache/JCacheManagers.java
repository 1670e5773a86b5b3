package io.github.devserver4j.spring.cache;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.cache.jcache.JCacheTracing;
import io.github.devserver4j.trace.Faults;
import javax.cache.CacheManager;
import javax.cache.Caching;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cache.jcache.JCacheCacheManager;

/** Gives each manager of Spring's that stands on JCache a recorded one, before it asks for the first cache. Thread-safe. */
final class JCacheManagers implements BeanPostProcessor {

    private final ObjectProvider<DevServer> devServer;

    JCacheManagers(ObjectProvider<DevServer> devServer) {
        this.devServer = devServer;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof JCacheCacheManager manager) {
            JCacheTracing tracing = JCacheTracing.create(devServer.getObject().currentTrace());
            try {
                CacheManager given = manager.getCacheManager();
                // the one it would take itself
                manager.setCacheManager(tracing.wrap(
                        given == null ? Caching.getCachingProvider().getCacheManager() : given));
            } catch (RuntimeException | LinkageError fault) {
                Faults.report(fault);
            }
        }
        return bean;
    }
}

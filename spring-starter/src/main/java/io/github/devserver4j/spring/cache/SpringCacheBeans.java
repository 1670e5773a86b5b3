package io.github.devserver4j.spring.cache;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.trace.Faults;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.cache.support.NoOpCacheManager;

/** Records Spring's caches: those that are beans, and those that a manager gives. Thread-safe. */
final class SpringCacheBeans implements BeanPostProcessor {

    private final ObjectProvider<DevServer> devServer;
    private volatile @Nullable CacheWrappers wrappers;

    SpringCacheBeans(ObjectProvider<DevServer> devServer) {
        this.devServer = devServer;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof Cache cache) {
            return wrappers().wrap(cache);
        }
        if (!(bean instanceof CacheManager manager) || bean instanceof NoOpCacheManager) {
            return bean;
        }
        UnaryOperator<Cache> wrapping = wrappers()::wrap;
        try {
            return ClassProxy.of(manager, new ManagerAdvice(wrapping));
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
            return bean;
        }
    }

    private CacheWrappers wrappers() {
        CacheWrappers known = wrappers;
        if (known == null) {
            known = CacheWrappers.of(devServer.getObject().currentTrace()); // a wrong setting is to be told
            wrappers = known;
        }
        return known;
    }
}

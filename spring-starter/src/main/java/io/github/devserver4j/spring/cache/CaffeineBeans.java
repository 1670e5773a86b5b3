package io.github.devserver4j.spring.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import io.github.devserver4j.DevServer;
import io.github.devserver4j.cache.caffeine.CaffeineTracing;
import io.github.devserver4j.trace.Faults;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Records Caffeine's caches that are beans, under the beans' names. Thread-safe. */
final class CaffeineBeans implements BeanPostProcessor {

    private final ObjectProvider<DevServer> devServer;

    CaffeineBeans(ObjectProvider<DevServer> devServer) {
        this.devServer = devServer;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (!(bean instanceof Cache || bean instanceof AsyncCache)) {
            return bean;
        }
        CaffeineTracing tracing = CaffeineTracing.create(devServer.getObject().currentTrace());
        try {
            return bean instanceof Cache<?, ?> cache
                    ? tracing.wrap(cache, beanName)
                    : tracing.wrap((AsyncCache<?, ?>) bean, beanName);
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
            return bean;
        }
    }
}

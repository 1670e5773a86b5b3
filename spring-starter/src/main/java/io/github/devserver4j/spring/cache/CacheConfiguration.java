package io.github.devserver4j.spring.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import io.github.devserver4j.DevServer;
import io.github.devserver4j.cache.jcache.JCacheTracing;
import io.github.devserver4j.spring.TracedBeans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Records the beans that are caches, or that give them. */
@Configuration(proxyBeanMethods = false)
public class CacheConfiguration {

    @Bean
    static SpringCacheBeans devServerSpringCaches(ObjectProvider<DevServer> devServer) {
        return new SpringCacheBeans(devServer);
    }

    /** Beans of Caffeine's own types. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Cache.class, AsyncCache.class})
    static class OfCaffeine {

        @Bean
        static CaffeineBeans devServerCaffeineCaches(ObjectProvider<DevServer> devServer) {
            return new CaffeineBeans(devServer);
        }
    }

    /** Beans of JCache's own types. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(javax.cache.CacheManager.class)
    static class OfJCache {

        @Bean
        static TracedBeans<javax.cache.CacheManager> devServerJCaches(ObjectProvider<DevServer> devServer) {
            return TracedBeans.of(
                    javax.cache.CacheManager.class,
                    devServer,
                    (current, manager) ->
                            JCacheTracing.create(current.currentTrace()).wrap(manager));
        }
    }

    /** Managers that get hold of JCache's manager themselves. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = {"javax.cache.CacheManager", "org.springframework.cache.jcache.JCacheCacheManager"})
    static class OfJCacheInSpring {

        @Bean
        static JCacheManagers devServerJCacheManagers(ObjectProvider<DevServer> devServer) {
            return new JCacheManagers(devServer);
        }
    }
}

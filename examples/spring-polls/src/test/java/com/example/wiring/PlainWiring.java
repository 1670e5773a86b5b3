package com.example.wiring;

import com.example.springpolls.SpringPolls;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerFilter;
import io.github.devserver4j.cache.caffeine.CaffeineTracing;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.task.TaskDecorator;

/** The polls with core alone, wired by hand as any servlet application is; the starter is not on the class path. */
@Configuration(proxyBeanMethods = false)
public class PlainWiring {

    public static void main(String[] args) {
        SpringApplication.run(new Class<?>[] {SpringPolls.class, PlainWiring.class}, args);
    }

    @Bean(destroyMethod = "close")
    static DevServer devServer() {
        return DevServer.create();
    }

    @Bean
    static FilterRegistrationBean<Filter> devServerFilter(DevServer devServer) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new DevServerFilter(devServer));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setAsyncSupported(true);
        filter.setDispatcherTypes(EnumSet.copyOf(DevServerFilter.dispatcherTypes()));
        return filter;
    }

    /** Spring Boot gives it to its executor, on which callables and streams are answered. */
    @Bean
    static TaskDecorator onTheirRequest(DevServer devServer) {
        return task -> devServer.currentTrace().wrap(task);
    }

    @Bean
    static BeanPostProcessor recorded(ObjectProvider<DevServer> lazily) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof DataSource dataSource) {
                    return lazily.getObject().wrap(dataSource);
                }
                if (bean instanceof CaffeineCacheManager caches) {
                    record(caches, lazily.getObject());
                }
                return bean;
            }
        };
    }

    private static void record(CaffeineCacheManager caches, DevServer devServer) {
        CaffeineTracing tracing = CaffeineTracing.create(devServer.currentTrace());
        for (String name : List.of("states", "polls", "texts")) {
            caches.registerCustomCache(
                    name, tracing.wrap(Caffeine.newBuilder().maximumSize(1000).build(), name));
        }
    }
}

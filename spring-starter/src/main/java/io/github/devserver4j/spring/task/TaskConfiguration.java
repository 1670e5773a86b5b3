package io.github.devserver4j.spring.task;

import io.github.devserver4j.DevServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets tasks that a request gives to other threads keep their request. */
@Configuration(proxyBeanMethods = false)
public class TaskConfiguration {

    @Bean
    static RequestExecutorBeans devServerExecutors(
            ObjectProvider<DevServer> devServer, ConfigurableListableBeanFactory beans) {
        return new RequestExecutorBeans(devServer, beans);
    }

    @Bean
    static AsyncMethodExecutor devServerAsyncMethods(
            ObjectProvider<DevServer> devServer, ConfigurableListableBeanFactory beans) {
        return new AsyncMethodExecutor(devServer, beans);
    }

    @Bean
    static NamedScheduledMethods devServerScheduledMethods(ObjectProvider<DevServer> devServer) {
        return new NamedScheduledMethods(devServer);
    }

    /** Asynchronous handlers run on whatever executor they name. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.web.servlet.config.annotation.WebMvcConfigurer")
    static class Mvc {

        @Bean
        static AsyncHandlers devServerAsyncHandlers(ObjectProvider<DevServer> devServer) {
            return new AsyncHandlers(devServer);
        }
    }
}

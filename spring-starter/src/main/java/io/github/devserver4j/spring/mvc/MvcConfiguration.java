package io.github.devserver4j.spring.mvc;

import io.github.devserver4j.DevServer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** Records the handlers and views of every {@link DispatcherServlet}: they all find mapped interceptors by type. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(DispatcherServlet.class)
public final class MvcConfiguration {

    @Bean
    static MappedInterceptor devServerHandlers(DevServer devServer) {
        return new MappedInterceptor((String[]) null, new HandlerSteps(devServer.currentTrace()));
    }

    @Bean
    static BodyAdvice devServerBodies(DevServer devServer) {
        return new BodyAdvice(devServer.currentTrace());
    }
}

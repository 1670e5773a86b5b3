package io.github.devserver4j.spring.task;

import io.github.devserver4j.DevServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets MVC tell of the tasks that handlers return. */
final class AsyncHandlers implements WebMvcConfigurer {

    private final ObjectProvider<DevServer> devServer;

    AsyncHandlers(ObjectProvider<DevServer> devServer) {
        this.devServer = devServer;
    }

    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
        configurer.registerCallableInterceptors(
                new HandlerTask(devServer.getObject().currentTrace()));
    }
}

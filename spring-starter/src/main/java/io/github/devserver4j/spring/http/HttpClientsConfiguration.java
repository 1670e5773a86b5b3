package io.github.devserver4j.spring.http;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.spring.TracedBeans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;

/**
 * Has the calls of Spring's HTTP clients recorded: of those that are beans, those built with the builders that Boot
 * gives, and those that HTTP interfaces are bound to.
 *
 * <p>Known limits. A client that a class makes for itself, such as {@code RestClient.create()} in a constructor, is no
 * bean and is not seen; nor are a RestTemplate that is given another request factory once it is a bean, and those of a
 * RestTemplateBuilder whose customizers the application replaces.
 */
@Configuration(proxyBeanMethods = false)
public class HttpClientsConfiguration {

    @Bean
    static TracedBeans<RestClient.Builder> devServerRestClientBuilders(ObjectProvider<DevServer> devServer) {
        return TracedBeans.of(
                RestClient.Builder.class, devServer, (current, builder) -> RestClients.traced(builder, calls(current)));
    }

    @Bean
    static TracedBeans<RestClient> devServerRestClients(ObjectProvider<DevServer> devServer) {
        return TracedBeans.of(
                RestClient.class, devServer, (current, client) -> RestClients.traced(client, calls(current)));
    }

    @Bean
    static TracedBeans<RestTemplate> devServerRestTemplates(ObjectProvider<DevServer> devServer) {
        return TracedBeans.of(
                RestTemplate.class, devServer, (current, template) -> RestTemplates.traced(template, calls(current)));
    }

    private static HttpCalls calls(DevServer devServer) {
        return HttpCalls.of(devServer.currentTrace());
    }

    @SuppressWarnings("unchecked") // a builder of the type is made into another one of it
    private static TracedBeans<?> templateBuilders(String type, ObjectProvider<DevServer> devServer) {
        return TracedBeans.of(
                (Class<Object>) ClassUtils.resolveClassName(type, HttpClientsConfiguration.class.getClassLoader()),
                devServer,
                (current, builder) -> RestTemplates.tracedBuilder(builder, calls(current)));
    }

    /** Where RestTemplateBuilder is from Boot 4 on. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = TemplateBuilders.TYPE)
    static class TemplateBuilders {

        static final String TYPE = "org.springframework.boot.restclient.RestTemplateBuilder";

        @Bean
        static TracedBeans<?> devServerRestTemplateBuilders(ObjectProvider<DevServer> devServer) {
            return templateBuilders(TYPE, devServer);
        }
    }

    /** Where RestTemplateBuilder was up to Boot 3. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = OlderTemplateBuilders.TYPE)
    static class OlderTemplateBuilders {

        static final String TYPE = "org.springframework.boot.web.client.RestTemplateBuilder";

        @Bean
        static TracedBeans<?> devServerOlderRestTemplateBuilders(ObjectProvider<DevServer> devServer) {
            return templateBuilders(TYPE, devServer);
        }
    }

    /** Framework 7 binds HTTP interfaces by groups, whose clients are no beans. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer")
    static class RestClientGroups {

        @Bean
        static RestClientHttpServiceGroupConfigurer devServerRestClientGroups(ObjectProvider<DevServer> devServer) {
            return groups ->
                    groups.forEachClient((group, builder) -> RestClients.trace(builder, calls(devServer.getObject())));
        }
    }

    /** Where WebFlux is. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.web.reactive.function.client.WebClient")
    static class OfWebFlux {

        @Bean
        static TracedBeans<WebClient.Builder> devServerWebClientBuilders(ObjectProvider<DevServer> devServer) {
            return TracedBeans.of(
                    WebClient.Builder.class,
                    devServer,
                    (current, builder) -> WebClients.traced(builder, calls(current)));
        }

        @Bean
        static TracedBeans<WebClient> devServerWebClients(ObjectProvider<DevServer> devServer) {
            return TracedBeans.of(
                    WebClient.class, devServer, (current, client) -> WebClients.traced(client, calls(current)));
        }
    }

    /** As {@link RestClientGroups}, where WebFlux is. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = {
                "org.springframework.web.reactive.function.client.WebClient",
                "org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer"
            })
    static class WebClientGroups {

        @Bean
        static WebClientHttpServiceGroupConfigurer devServerWebClientGroups(ObjectProvider<DevServer> devServer) {
            return groups ->
                    groups.forEachClient((group, builder) -> WebClients.trace(builder, calls(devServer.getObject())));
        }
    }
}

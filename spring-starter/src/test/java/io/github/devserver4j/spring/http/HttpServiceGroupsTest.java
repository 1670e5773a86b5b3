package io.github.devserver4j.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.httpclient.HttpCall;
import io.github.devserver4j.spring.DevServerAutoConfiguration;
import io.github.devserver4j.spring.http.application.Greetings;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.TraceListener;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.HttpServiceGroup;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import org.springframework.web.service.registry.ImportHttpServices;

/** HTTP interfaces that Framework 7 binds by groups. */
@Tag("newest")
class HttpServiceGroupsTest {

    @Test
    void groupsOfBothClientsAreRecorded() throws Exception {
        TraceListener nobody = trace -> {};
        try (TestServer server = TestServer.start();
                DevServer devServer = DevServer.create(DevServerSettings.defaults(), List.of(nobody))) {
            new WebApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(DevServerAutoConfiguration.class))
                    .withPropertyValues("devserver.enabled=true")
                    .withBean(DevServer.class, () -> devServer)
                    .withBean(TestServer.class, () -> server)
                    .withUserConfiguration(Groups.class)
                    .run(context -> {
                        HttpServiceProxyRegistry registry = context.getBean(HttpServiceProxyRegistry.class);
                        try (RecordedRequest request = RecordedRequest.open(devServer.currentTrace())) {
                            assertThat(registry.getClient("rest", Greetings.class)
                                            .greeting("a"))
                                    .isEqualTo("hello");
                            assertThat(registry.getClient("web", Greetings.class)
                                            .greeting("b"))
                                    .isEqualTo("hello");
                            assertThat(request.finishedCalls(HttpCall.class))
                                    .extracting(call -> call.address().toString())
                                    .containsExactly("GET " + server.url("/hello/a"), "GET " + server.url("/hello/b"));
                        }
                    });
        }
    }

    /** The same interface twice, over two kinds of clients. */
    @Configuration(proxyBeanMethods = false)
    @ImportHttpServices(group = "rest", types = Greetings.class)
    @ImportHttpServices(group = "web", types = Greetings.class, clientType = HttpServiceGroup.ClientType.WEB_CLIENT)
    static class Groups {

        @Bean
        RestClientHttpServiceGroupConfigurer restUrls(TestServer server) {
            return groups -> groups.forEachClient((group, builder) -> builder.baseUrl(server.url("")));
        }

        @Bean
        WebClientHttpServiceGroupConfigurer webUrls(TestServer server) {
            return groups -> groups.forEachClient((group, builder) -> builder.baseUrl(server.url("")));
        }
    }
}

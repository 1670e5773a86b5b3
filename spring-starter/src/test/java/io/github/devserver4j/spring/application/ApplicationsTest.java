package io.github.devserver4j.spring.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.DevServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** One block a request with its one query, in whichever way an application is put together. */
class ApplicationsTest {

    private static final String[] OPTIONS = {
        "--server.port=0", "--devserver.enabled=true", "--spring.main.banner-mode=off"
    };

    private final PrintedBlocks blocks = new PrintedBlocks();

    @AfterEach
    void nothingElse() {
        blocks.expectNothingElse();
    }

    @Test
    void severalServlets() throws Exception {
        try (ConfigurableApplicationContext application = application().run(OPTIONS)) {
            get(application, "/hello");
            blocks.expect("/hello");
            get(application, "/plain/one");
            blocks.expect("/plain/one");
        }
    }

    @Test
    void lazyInitialization() throws Exception {
        try (ConfigurableApplicationContext application =
                application().lazyInitialization(true).run(OPTIONS)) {
            get(application, "/hello");
            blocks.expect("/hello");
        }
    }

    @Test
    void aParentWithoutWeb() throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Parent.class)
                .web(WebApplicationType.NONE)
                .child(SmallApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean(DevServer.class, blocks::devServer))
                .run(OPTIONS)) {
            assertThat(application.getBean(String.class)).isEqualTo("of the parent");
            get(application, "/hello");
            blocks.expect("/hello");
        }
    }

    @Test
    void aParentAndAChildThatBothServe() throws Exception {
        try (ConfigurableApplicationContext parent = application().run(OPTIONS)) {
            // Afterwards Boot tells the child's.
            String port = parent.getEnvironment().getRequiredProperty("local.server.port");
            try (ConfigurableApplicationContext child = new SpringApplicationBuilder(SmallApplication.class)
                    .parent(parent)
                    .web(WebApplicationType.SERVLET)
                    .run(OPTIONS)) {
                assertThat(child.getBean(DevServer.class)).isSameAs(parent.getBean(DevServer.class));
                assertThat(child.getBeansOfType(DevServer.class)).isEmpty();
                get(child, "/plain/child"); // Boot gives the second no dispatcher servlet of its own
                blocks.expect("/plain/child");
                answer(port, "/hello");
                blocks.expect("/hello");
            }
        }
    }

    @Test
    void actuatorOnAPortOfItsOwn() throws Exception {
        String[] options = {
            OPTIONS[0],
            OPTIONS[1],
            OPTIONS[2],
            "--management.server.port=0",
            // the tests' class path has several servers, each of which brings a factory of the same name
            "--spring.main.allow-bean-definition-overriding=true",
            "--management.endpoint.health.show-details=always",
            "--management.health.redis.enabled=false"
        };
        try (ConfigurableApplicationContext application = application().run(options)) {
            String health = get(application, "local.management.port", "/actuator/health");
            assertThat(health).contains("\"UP\"", "\"db\"", "\"H2\"");
            get(application, "/hello");
            blocks.expect("/hello");
        }
    }

    private SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(SmallApplication.class)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean(DevServer.class, blocks::devServer));
    }

    private static String get(ConfigurableApplicationContext application, String path) throws Exception {
        return get(application, "local.server.port", path);
    }

    private static String get(ConfigurableApplicationContext application, String port, String path) throws Exception {
        return answer(application.getEnvironment().getRequiredProperty(port), path);
    }

    private static String answer(String port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Configuration(proxyBeanMethods = false)
    static class Parent {

        @Bean
        static String text() {
            return "of the parent";
        }
    }
}

package io.github.devserver4j.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.httpclient.HttpCall;
import io.github.devserver4j.spring.DevServerAutoConfiguration;
import io.github.devserver4j.spring.http.application.Caller;
import io.github.devserver4j.spring.http.application.Greetings;
import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.RequestLine;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceListener;
import io.github.devserver4j.trace.TraceRecorder;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.util.ClassUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The clients of an application, with each Boot. */
class HttpClientsConfigurationTest {

    private static final String[] AUTO_CONFIGURATIONS = {
        "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration",
        "org.springframework.boot.restclient.autoconfigure.RestTemplateAutoConfiguration",
        "org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration",
        "org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration",
        "org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration",
        "org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration",
        "org.springframework.boot.autoconfigure.http.client.HttpClientAutoConfiguration",
        "org.springframework.boot.autoconfigure.http.client.reactive.ClientHttpConnectorAutoConfiguration",
        "org.springframework.boot.autoconfigure.web.client.RestClientAutoConfiguration",
        "org.springframework.boot.autoconfigure.web.client.RestTemplateAutoConfiguration",
        "org.springframework.boot.autoconfigure.web.reactive.function.client.WebClientAutoConfiguration",
    };

    private final BlockingQueue<Trace> traces = new LinkedBlockingQueue<>();
    private final TraceListener listener = traces::add;
    private final DevServer devServer = DevServer.create(
            DevServerSettings.builder()
                    .applicationPackages("io.github.devserver4j.spring.http.application")
                    .build(),
            List.of(listener));
    private final TestServer server = start();

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DevServerAutoConfiguration.class))
            .withPropertyValues("devserver.enabled=true")
            .withBean(DevServer.class, () -> devServer);

    private static TestServer start() {
        try {
            return TestServer.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @AfterEach
    void stop() {
        devServer.close();
        server.close();
    }

    private WebApplicationContextRunner boot() {
        WebApplicationContextRunner boot = application;
        for (String name : AUTO_CONFIGURATIONS) {
            if (ClassUtils.isPresent(name, null)) {
                boot = boot.withConfiguration(AutoConfigurations.of(ClassUtils.resolveClassName(name, null)));
            }
        }
        return boot;
    }

    /** Each call is recorded once, at the line that makes it. */
    private void assertRecorded(String line, Callable<?> call) throws Exception {
        TraceRecorder recorder = devServer.tracer().start(new RequestLine("GET", "/", "HTTP/1.1"));
        try (Scope scope = devServer.currentTrace().open(recorder)) {
            Caller.call(call);
        }
        recorder.finish(200, 0);
        List<Call> calls =
                Objects.requireNonNull(traces.poll(10, TimeUnit.SECONDS)).calls();
        assertThat(calls).hasSize(1);
        HttpCall http = (HttpCall) calls.get(0);
        assertThat(http.address().toString().replace(server.url(""), "URL")).isEqualTo(line);
        assertThat(http.status()).isEqualTo(200);
        assertThat(http.responseBytes()).isEqualTo(5);
        assertThat(http.complete()).isTrue();
        StackTraceElement site = http.callSite();
        assertThat(site == null ? "" : site.getClassName()).isEqualTo(Caller.class.getName());
    }

    private String get(RestClient client) {
        return String.valueOf(client.get().uri(server.url("/hello")).retrieve().body(String.class));
    }

    private String get(RestTemplate template) {
        return String.valueOf(template.getForObject(server.url("/hello"), String.class));
    }

    private String get(WebClient client) {
        return String.valueOf(client.get()
                .uri(server.url("/hello"))
                .retrieve()
                .bodyToMono(String.class)
                .block());
    }

    @Test
    void plainBeansAreRecorded() {
        application
                .withBean(RestClient.class, RestClient::create)
                .withBean(RestTemplate.class, RestTemplate::new)
                .withBean(WebClient.class, WebClient::create)
                .run(context -> {
                    assertRecorded("GET URL/hello", () -> get(context.getBean(RestClient.class)));
                    assertRecorded("GET URL/hello", () -> get(context.getBean(RestTemplate.class)));
                    assertRecorded("GET URL/hello", () -> get(context.getBean(WebClient.class)));
                });
    }

    @Test
    void whatIsBuiltWithBootsBuildersIsRecorded() {
        boot().run(context -> {
            RestClient.Builder rest = context.getBean(RestClient.Builder.class);
            assertRecorded("GET URL/hello", () -> get(rest.build()));
            assertRecorded(
                    "GET URL/hello",
                    () -> get(rest.clone().defaultHeader("a", "b").build()));
            assertRecorded(
                    "GET URL/hello",
                    () -> get(context.getBean(WebClient.Builder.class).build()));
            RestTemplate template = template(context);
            assertRecorded("GET URL/hello", () -> get(template));
        });
    }

    @Test
    void beansMadeWithBootsBuildersAreRecordedOnce() {
        boot().withBean("template", RestTemplate.class, () -> new RestTemplate())
                .withInitializer(context -> context.getBeanFactory()
                        .registerSingleton("interceptor", (ClientHttpRequestInterceptor)
                                (sent, body, execution) -> execution.execute(sent, body)))
                .withUserConfiguration(Built.class)
                .run(context -> {
                    assertRecorded("GET URL/hello", () -> get(context.getBean(RestClient.class)));
                    assertRecorded("GET URL/hello", () -> get(context.getBean(WebClient.class)));
                });
    }

    /** Beans that the application builds. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class Built {

        @org.springframework.context.annotation.Bean
        RestClient restClient(RestClient.Builder builder) {
            return builder.build();
        }

        @org.springframework.context.annotation.Bean
        WebClient webClient(WebClient.Builder builder) {
            return builder.build();
        }
    }

    /** RestTemplateBuilder is in one package in Boot 3, and in another in Boot 4. */
    private static RestTemplate template(ApplicationContext context) throws Exception {
        Object builder = context.getBean("restTemplateBuilder");
        Method build = builder.getClass().getMethod("build");
        return (RestTemplate) build.invoke(builder);
    }

    @Test
    void interfacesBoundToRecordedClientsAreRecorded() {
        boot().run(context -> {
            RestClient rest = context.getBean(RestClient.Builder.class)
                    .baseUrl(server.url("/"))
                    .build();
            Greetings overRest = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                    .build()
                    .createClient(Greetings.class);
            assertRecorded("GET URL/hello/ann", () -> overRest.greeting("ann"));
            assertRecorded("POST URL/echo", () -> overRest.echo("hello"));
            WebClient web = context.getBean(WebClient.Builder.class)
                    .baseUrl(server.url("/"))
                    .build();
            Greetings overWeb = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(web))
                    .build()
                    .createClient(Greetings.class);
            assertRecorded("GET URL/hello/bob", () -> overWeb.greeting("bob"));
        });
    }

    @Test
    void whereItIsOffNothingIsWrapped() {
        application
                .withPropertyValues("devserver.enabled=false")
                .withBean(RestClient.class, RestClient::create)
                .run(context -> {
                    assertThat(context).doesNotHaveBean(HttpClientsConfiguration.class);
                    RestTemplate template = new RestTemplate();
                    assertThat(template.getRequestFactory().getClass().getName())
                            .startsWith("org.springframework.");
                });
    }
}

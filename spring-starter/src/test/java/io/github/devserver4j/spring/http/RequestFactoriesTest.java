package io.github.devserver4j.spring.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.devserver4j.httpclient.HttpCall;
import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.httpclient.jdk.JdkHttpTracing;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.TraceContext;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.JettyClientHttpRequestFactory;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** RestClient with each request factory, as it is and recorded. */
class RequestFactoriesTest {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /** For an answer that never comes. */
    private static final Duration SHORT = Duration.ofMillis(500);

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final HttpCalls calls = HttpCalls.of(currentTrace);
    private final TestServer server = start();

    enum Kind {
        JDK,
        APACHE,
        JETTY,
        SIMPLE,
        REACTOR;

        /** Jetty's is for all of a call, and the first of a JVM takes its time. */
        ClientHttpRequestFactory create() {
            return create(Duration.ofSeconds(10));
        }

        ClientHttpRequestFactory create(Duration timeout) {
            switch (this) {
                case JDK -> {
                    var factory = new JdkClientHttpRequestFactory();
                    factory.setReadTimeout(timeout);
                    return factory;
                }
                case APACHE -> {
                    var factory = new HttpComponentsClientHttpRequestFactory();
                    factory.setReadTimeout(timeout);
                    return factory;
                }
                case JETTY -> {
                    var factory = new JettyClientHttpRequestFactory();
                    factory.setReadTimeout(timeout);
                    return factory;
                }
                case SIMPLE -> {
                    var factory = new SimpleClientHttpRequestFactory();
                    factory.setReadTimeout(timeout);
                    factory.setChunkSize(4_096);
                    return factory;
                }
                default -> {
                    var factory = new ReactorClientHttpRequestFactory();
                    factory.setReadTimeout(timeout);
                    return factory;
                }
            }
        }
    }

    private static TestServer start() {
        try {
            return TestServer.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @BeforeEach
    void settle() {
        server.asked.clear();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RestClient.Builder traced(ClientHttpRequestFactory factory) {
        return RestClients.traced(RestClient.builder(), calls).requestFactory(factory);
    }

    private String line(HttpCall call) {
        return String.join(" | ", call.lines(TextStyle.TRUNCATED))
                .replace(server.url(""), "URL")
                .replaceAll(", first byte after \\d+ms", "");
    }

    @ParameterizedTest
    @EnumSource
    void answersAreTheSameAndAllAreRecordedOnce(Kind kind) throws Exception {
        List<String> expected =
                script(RestClient.builder().requestFactory(kind.create()).build());
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(script(traced(kind.create()).build())).isEqualTo(expected);
            List<HttpCall> recorded = request.finishedCalls(HttpCall.class);
            assertThat(recorded.stream().map(this::line))
                    .containsExactly(
                            "GET URL/hello/7?token=*** 200 5 bytes",
                            "POST URL/echo 200 9 bytes, sent 9 bytes",
                            "GET URL/status/204 204 0 bytes",
                            "GET URL/status/404 404 0 bytes",
                            "GET URL/status/500 500 0 bytes",
                            "HEAD URL/hello 200 0 bytes");
            assertThat(recorded).allMatch(call -> call.timing().ended());
        }
    }

    private List<String> script(RestClient client) {
        return Stream.of(
                        client.get().uri(server.url("/hello/{id}?token={t}"), 7, "s3cret"),
                        client.post().uri(server.url("/echo")).body("some text"),
                        client.get().uri(server.url("/status/204")),
                        client.get().uri(server.url("/status/404")),
                        client.get().uri(server.url("/status/500")),
                        client.head().uri(server.url("/hello")))
                .map(RequestFactoriesTest::told)
                .toList();
    }

    private static String told(RestClient.RequestHeadersSpec<?> request) {
        try {
            return String.valueOf(request.retrieve().toEntity(String.class).getBody());
        } catch (RuntimeException thrown) {
            return thrown.toString();
        }
    }

    @ParameterizedTest
    @EnumSource
    void exceptionsAreTheSameAndToldAsFailures(Kind kind) throws Exception {
        for (String url : List.of(TestServer.refused(), server.url("/hang"), server.url("/reset"))) {
            RestClient raw =
                    RestClient.builder().requestFactory(kind.create(SHORT)).build();
            Throwable expected =
                    catchThrowable(() -> raw.get().uri(url).retrieve().body(byte[].class));
            RestClient client = traced(kind.create(SHORT)).build();
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                Throwable thrown =
                        catchThrowable(() -> client.get().uri(url).retrieve().body(byte[].class));
                HttpCall call = request.finishedCalls(HttpCall.class).get(0);
                assertThat(call.timing().ended()).as(url).isTrue();
                if (expected == null) { // not every client takes notice of all of them
                    assertThat(thrown).as(url).isNull();
                } else {
                    assertThat(thrown).as(url).hasSameClassAs(expected);
                    assertThat(causes(thrown)).as(url).isEqualTo(causes(expected));
                    assertThat(call.error()).as(url).isNotNull();
                }
            }
        }
    }

    private static List<Class<?>> causes(Throwable thrown) {
        List<Class<?>> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            causes.add(cause.getClass());
        }
        return causes;
    }

    @ParameterizedTest
    @EnumSource
    void anUploadIsStreamedAndCounted(Kind kind) throws Exception {
        assertThat(upload(kind.create())).isTrue();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(upload(TracedRequestFactory.of(kind.create(), calls))).isTrue();
            assertThat(line(request.finishedCalls(HttpCall.class).get(0)))
                    .isEqualTo("POST URL/upload 200 7 bytes, sent 2.0 MB");
        }
    }

    /** Whether the server had the first part before the second was written. */
    private boolean upload(ClientHttpRequestFactory factory) throws Exception {
        ClientHttpRequest request = factory.createRequest(URI.create(server.url("/upload")), HttpMethod.POST);
        boolean[] streamed = new boolean[1];
        ((StreamingHttpOutputMessage) request).setBody(out -> streamed[0] = write(out));
        try (ClientHttpResponse response = request.execute()) {
            assertThat(response.getBody()).hasContent(String.valueOf(2 * TestServer.PART));
        }
        return streamed[0];
    }

    private boolean write(OutputStream out) throws java.io.IOException {
        out.write(new byte[TestServer.PART]);
        out.write(new byte[64 << 10]); // what lies in the client's own buffers
        out.flush();
        boolean streamed = acquired();
        out.write(new byte[TestServer.PART - (64 << 10)]);
        return streamed;
    }

    private boolean acquired() {
        try {
            return server.firstPart.tryAcquire(2, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDownloadIsStreamedAndCounted(Kind kind) throws Exception {
        RestClient client = traced(kind.create()).build();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Integer size = client.get().uri(server.url("/download")).exchange((sent, response) -> {
                try (InputStream body = response.getBody()) {
                    int first = body.readNBytes(TestServer.PART / 2).length;
                    server.firstPart.release(); // the server has sent no more than the first part
                    return first + body.readAllBytes().length;
                }
            });
            assertThat(size).isEqualTo(2 * TestServer.PART);
            assertThat(line(request.finishedCalls(HttpCall.class).get(0))).isEqualTo("GET URL/download 200 2.0 MB");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTraceIsPassedOnUnlessSet(Kind kind) throws Exception {
        TraceContext context = Objects.requireNonNull(TraceContext.of(TRACEPARENT, null));
        RestClient client = traced(kind.create()).build();
        try (RecordedRequest request = RecordedRequest.open(currentTrace, context)) {
            client.get().uri(server.url("/a")).retrieve().body(String.class);
            client.get()
                    .uri(server.url("/b"))
                    .header("traceparent", "own")
                    .retrieve()
                    .body(String.class);
            assertThat(request.finishedCalls(HttpCall.class)).hasSize(2);
        }
        client.get().uri(server.url("/c")).retrieve().body(String.class);
        assertThat(server.asked).containsExactly("GET /a " + TRACEPARENT, "GET /b own", "GET /c");
    }

    @Test
    void aClientWhoseOwnClientIsRecordedIsRecordedOnce() throws Exception {
        HttpClient recorded = JdkHttpTracing.create(currentTrace).wrap(HttpClient.newHttpClient());
        RestClient client = traced(new JdkClientHttpRequestFactory(recorded)).build();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            client.post().uri(server.url("/echo")).body("text").retrieve().body(String.class);
            assertThat(request.finishedCalls(HttpCall.class).stream().map(this::line))
                    .containsExactly("POST URL/echo 200 4 bytes, sent 4 bytes");
        }
    }

    @Test
    void whatABodyIsWrittenFromIsACallOfItsOwn() throws Exception {
        RestClient client = traced(new SimpleClientHttpRequestFactory()).build();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            client.post()
                    .uri(server.url("/echo"))
                    .body(out -> out.write(Objects.requireNonNull(
                            client.get().uri(server.url("/inner")).retrieve().body(byte[].class))))
                    .retrieve()
                    .body(String.class);
            assertThat(request.finishedCalls(HttpCall.class).stream().map(this::line))
                    .containsExactlyInAnyOrder("POST URL/echo 200 5 bytes, sent 5 bytes", "GET URL/inner 200 5 bytes");
        }
    }

    @Test
    void anInterceptorThatRetriesMakesSeveralCalls() throws Exception {
        RestClient client = traced(new JdkClientHttpRequestFactory())
                .requestInterceptor((sent, body, execution) -> {
                    execution.execute(sent, body).close();
                    return execution.execute(sent, body);
                })
                .build();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(client.get().uri(server.url("/hello")).retrieve().body(String.class))
                    .isEqualTo("hello");
            assertThat(request.finishedCalls(HttpCall.class).stream().map(this::line))
                    .containsExactly(
                            "GET URL/hello 200 0 bytes, body not read to its end", "GET URL/hello 200 5 bytes");
        }
    }

    @Test
    void clonesAndMutatedClientsAreRecordedAndABuilderIsWrappedOnce() throws Exception {
        RestClient.Builder builder = RestClients.traced(RestClients.traced(RestClient.builder(), calls), calls);
        assertThat(builder.baseUrl(server.url("/"))).isSameAs(builder);
        RestClient client = RestClients.traced(RestClients.traced(builder.build(), calls), calls);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            client.get().uri("/one").retrieve().body(String.class);
            client.mutate().build().get().uri("/two").retrieve().body(String.class);
            builder.clone()
                    .apply(it -> it.defaultHeader("a", "b"))
                    .build()
                    .get()
                    .uri("/three")
                    .retrieve()
                    .body(String.class);
            assertThat(request.finishedCalls(HttpCall.class)).hasSize(3);
        }
    }
}

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
import io.github.devserver4j.trace.TraceRecorder;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** WebClient with connectors, as it is and recorded. */
class WebClientsTest {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final HttpCalls calls = HttpCalls.of(currentTrace);
    private final TestServer server = start();

    enum Kind {
        JDK,
        REACTOR;

        ClientHttpConnector create() {
            return switch (this) {
                case JDK -> new JdkClientHttpConnector();
                case REACTOR -> new ReactorClientHttpConnector();
            };
        }
    }

    private static TestServer start() {
        try {
            return TestServer.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WebClient.Builder traced(ClientHttpConnector connector) {
        return WebClients.traced(WebClient.builder(), calls).clientConnector(connector);
    }

    private static WebClient raw(Kind kind) {
        return WebClient.builder().clientConnector(kind.create()).build();
    }

    private String line(HttpCall call) {
        return String.join(" | ", call.lines(TextStyle.TRUNCATED))
                .replace(server.url(""), "URL")
                .replaceAll(", first byte after \\d+ms", "");
    }

    @ParameterizedTest
    @EnumSource
    void answersAreTheSameAndAllAreRecordedOnce(Kind kind) throws Exception {
        List<String> expected = script(raw(kind));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(script(traced(kind.create()).build())).isEqualTo(expected);
            assertThat(request.finishedCalls(HttpCall.class).stream().map(this::line))
                    .containsExactly(
                            "GET URL/hello/7?token=*** 200 5 bytes",
                            "POST URL/echo 200 9 bytes, sent 9 bytes",
                            "GET URL/status/204 204 0 bytes",
                            "GET URL/status/404 404 0 bytes",
                            "GET URL/status/500 500 0 bytes");
        }
    }

    private List<String> script(WebClient client) {
        return Stream.of(
                        client.get().uri(server.url("/hello/{id}?token={t}"), 7, "s3cret"),
                        client.post().uri(server.url("/echo")).bodyValue("some text"),
                        client.get().uri(server.url("/status/204")),
                        client.get().uri(server.url("/status/404")),
                        client.get().uri(server.url("/status/500")))
                .map(WebClientsTest::told)
                .toList();
    }

    private static String told(WebClient.RequestHeadersSpec<?> request) {
        try {
            return String.valueOf(request.retrieve().bodyToMono(String.class).block(Duration.ofSeconds(5)));
        } catch (RuntimeException thrown) {
            return thrown.toString();
        }
    }

    /** Spring asks for it again to make sure that it was consumed; here all that is before the client has returned. */
    @Test
    void aBodyThatIsConsumedAndAskedForAgainIsNoFailure() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Flux<DataBuffer> once = Flux.defer(() -> asked.incrementAndGet() == 1
                ? Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(new byte[3]))
                : Flux.error(new IllegalStateException("can only be consumed once")));
        WebClient client = WebClients.traced(WebClient.builder(), calls)
                .exchangeFunction(sent -> Mono.just(
                        ClientResponse.create(HttpStatus.NOT_FOUND).body(once).build()))
                .build();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(told(client.get().uri(server.url("/gone")))).contains("NotFound");
            assertThat(asked).hasValueGreaterThan(1);
            assertThat(request.finishedCalls(HttpCall.class).stream().map(this::line))
                    .containsExactly("GET URL/gone 404 3 bytes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void exceptionsAreTheSameAndToldAsFailures(Kind kind) throws Exception {
        for (String url : List.of(TestServer.refused(), server.url("/reset"))) {
            Throwable expected = failure(raw(kind), url);
            WebClient client = traced(kind.create()).build();
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                Throwable thrown = failure(client, url);
                assertThat(causes(thrown)).as(url).isEqualTo(causes(expected));
                assertThat(thrown.getMessage() == null).isEqualTo(expected.getMessage() == null);
                HttpCall call = request.finishedCalls(HttpCall.class).get(0);
                assertThat(call.error()).as(url).isNotNull();
                assertThat(call.status()).as(url).isEqualTo(url.endsWith("/reset") ? 200 : 0);
            }
        }
    }

    private static Throwable failure(WebClient client, String url) {
        return catchThrowable(
                () -> client.get().uri(url).retrieve().bodyToMono(byte[].class).block(Duration.ofSeconds(5)));
    }

    private static List<Class<?>> causes(Throwable thrown) {
        List<Class<?>> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            causes.add(cause.getClass());
        }
        return causes;
    }

    @Test
    void aTimeoutThatCancelsTheCallIsAFailure() throws Exception {
        WebClient client = traced(new JdkClientHttpConnector()).build();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Throwable thrown = catchThrowable(() -> client.get()
                    .uri(server.url("/hang"))
                    .retrieve()
                    .bodyToMono(String.class)
                    .timeout(Duration.ofMillis(200))
                    .block());
            assertThat(thrown).hasRootCauseInstanceOf(java.util.concurrent.TimeoutException.class);
            assertThat(request.finishedCalls(HttpCall.class).get(0).error())
                    .isEqualTo("CancellationException: the application cancelled the call");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDownloadIsStreamedAndCounted(Kind kind) throws Exception {
        WebClient client = traced(kind.create()).build();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Long size = client.get()
                    .uri(server.url("/download"))
                    .retrieve()
                    .bodyToFlux(DataBuffer.class)
                    .map(this::released)
                    .reduce(0L, Long::sum)
                    .block(Duration.ofSeconds(10));
            assertThat(size).isEqualTo(2L * TestServer.PART);
            assertThat(line(request.finishedCalls(HttpCall.class).get(0))).isEqualTo("GET URL/download 200 2.0 MB");
        }
    }

    /** The server sends its second part once something of the first is here. */
    private long released(DataBuffer buffer) {
        server.firstPart.release();
        long size = buffer.readableByteCount();
        DataBufferUtils.release(buffer);
        return size;
    }

    @Test
    void theTraceIsPassedOnUnlessSet() throws Exception {
        TraceContext context = Objects.requireNonNull(TraceContext.of(TRACEPARENT, null));
        WebClient client = traced(new JdkClientHttpConnector()).build();
        try (RecordedRequest request = RecordedRequest.open(currentTrace, context)) {
            told(client.get().uri(server.url("/a")));
            told(client.get().uri(server.url("/b")).header("traceparent", "own"));
            assertThat(request.finishedCalls(HttpCall.class)).hasSize(2);
        }
        told(client.get().uri(server.url("/c")));
        assertThat(server.asked).containsExactly("GET /a " + TRACEPARENT, "GET /b own", "GET /c");
    }

    @Test
    void aClientWhoseOwnClientIsRecordedIsRecordedOnce() throws Exception {
        HttpClient recorded = JdkHttpTracing.create(currentTrace).wrap(HttpClient.newHttpClient());
        WebClient client = traced(new JdkClientHttpConnector(recorded)).build();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(told(client.get().uri(server.url("/hello")))).isEqualTo("hello");
            assertThat(request.finishedCalls(HttpCall.class)).hasSize(1);
        }
    }

    @Test
    void aRetryOnAnotherThreadIsACallOfTheRequestThatTheContextCarries() throws Exception {
        WebClient client = traced(new JdkClientHttpConnector())
                .filter((sent, next) ->
                        next.exchange(sent).flatMap(ClientResponse::releaseBody).then(next.exchange(sent)))
                .build();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            TraceRecorder carried = Objects.requireNonNull(currentTrace.request());
            String answer = client.get()
                    .uri(server.url("/hello"))
                    .retrieve()
                    .bodyToMono(String.class)
                    .contextWrite(context -> context.put("request", carried))
                    .block();
            assertThat(answer).isEqualTo("hello");
            assertThat(request.finishedCalls(HttpCall.class).stream().map(this::line))
                    .containsExactly("GET URL/hello 200 5 bytes", "GET URL/hello 200 5 bytes");
        }
    }

    @Test
    void aBodyThatIsGivenUpIsToldAsFarAsItCame() throws Exception {
        WebClient client = traced(new JdkClientHttpConnector()).build();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            DataBuffer first = client.get()
                    .uri(server.url("/download"))
                    .retrieve()
                    .bodyToFlux(DataBuffer.class)
                    .blockFirst();
            assertThat(first).isNotNull();
            HttpCall call = request.finishedCalls(HttpCall.class).get(0);
            assertThat(call.complete()).isFalse();
            assertThat(call.error()).isNull();
            assertThat(call.responseBytes()).isBetween(1L, (long) TestServer.PART);
        }
    }
}

package io.github.devserver4j.httpclient.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import io.github.devserver4j.httpclient.HttpCall;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TextStyle;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.Authenticator;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only the JDK's client has. */
final class JdkHttpTracingTest {

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final HttpClient raw = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .proxy(ProxySelector.of(null))
            .authenticator(new Authenticator() {})
            .executor(Runnable::run)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final HttpClient traced = JdkHttpTracing.create(currentTrace).wrap(raw);
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/hang", exchange -> {
            try {
                released.await();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        released.countDown();
        server.stop(0);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path))
                .build();
    }

    @Test
    void itsSettingsAreThoseOfTheClient() throws Exception {
        List<Method> settings = Stream.of(HttpClient.class.getMethods())
                .filter(method -> method.getDeclaringClass() == HttpClient.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> method.getReturnType() != void.class)
                .filter(method -> !method.getName().equals("newWebSocketBuilder"))
                .toList();
        assertThat(settings).hasSizeGreaterThanOrEqualTo(9);
        for (Method setting : settings) {
            Object expected = setting.invoke(raw);
            if (setting.getName().equals("sslParameters")) {
                expected = List.of(((javax.net.ssl.SSLParameters) expected).getProtocols());
                assertThat(List.of(traced.sslParameters().getProtocols())).isEqualTo(expected);
            } else {
                assertThat(setting.invoke(traced)).as(setting.getName()).isEqualTo(expected);
            }
        }
        assertThat(traced).hasToString(raw.toString());
    }

    @Test
    void everyMethodOfTheClientIsOverridden() {
        assertThat(Stream.of(HttpClient.class.getMethods())
                        .filter(method -> method.getDeclaringClass() == HttpClient.class)
                        .filter(method -> !Modifier.isStatic(method.getModifiers())))
                .allSatisfy(method -> assertThat(
                                TracedHttpClient.class.getDeclaredMethod(method.getName(), method.getParameterTypes()))
                        .isNotNull());
    }

    /** The methods are there from Java 21 on; before, nobody can call them and nothing happens. */
    @Test
    void endingItEndsTheClient() throws Exception {
        boolean ends = Stream.of(HttpClient.class.getMethods())
                .anyMatch(method -> method.getName().equals("isTerminated"));
        for (Method end : Stream.of(TracedHttpClient.class.getDeclaredMethods())
                .filter(method -> List.of("close", "shutdown", "shutdownNow").contains(method.getName()))
                .toList()) {
            HttpClient client = HttpClient.newHttpClient();
            TracedHttpClient wrapped =
                    (TracedHttpClient) JdkHttpTracing.create(currentTrace).wrap(client);
            assertThat(wrapped.isTerminated()).isFalse();
            end.invoke(wrapped);
            assertThat(wrapped.awaitTermination(Duration.ofSeconds(5)))
                    .as(end.getName())
                    .isEqualTo(ends);
            assertThat(wrapped.isTerminated()).isEqualTo(ends);
        }
    }

    @Test
    void aWrappedClientIsNotWrappedAgain() {
        assertThat(JdkHttpTracing.create(currentTrace).wrap(traced)).isSameAs(traced);
    }

    @Test
    void theClientComplainsOfMissingArgumentsItself() throws Exception {
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            assertThatThrownBy(() -> traced.send(null, BodyHandlers.ofString()))
                    .isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> traced.sendAsync(request("/"), null)).isInstanceOf(NullPointerException.class);
            assertThat(recorded.finish().calls()).isEmpty();
        }
    }

    @Test
    void theAnswerIsTheClientsOwn() throws Exception {
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            HttpRequest request = request("/");
            HttpResponse<String> response = traced.send(request, BodyHandlers.ofString());
            assertThat(response.request()).isEqualTo(request);
            assertThat(response.getClass())
                    .isEqualTo(raw.send(request, BodyHandlers.ofString()).getClass());
            assertThat(recorded.finishedCalls(HttpCall.class)).hasSize(1);
        }
    }

    @Test
    void aCallThatIsCancelledHasFailed() throws Exception {
        HttpClient client = JdkHttpTracing.create(currentTrace).wrap(HttpClient.newHttpClient());
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            CompletableFuture<HttpResponse<String>> future =
                    client.sendAsync(request("/hang"), BodyHandlers.ofString(), null);
            assertThat(future.cancel(true)).isTrue();
            Throwable thrown = catchThrowable(future::get); // as it is, or what the exchange failed with before
            assertThat(thrown instanceof ExecutionException ? thrown.getCause() : thrown)
                    .isInstanceOf(CancellationException.class);
            HttpCall call = recorded.finishedCalls(HttpCall.class).get(0);
            assertThat(call.error()).startsWith("CancellationException");
        }
    }

    @Test
    void aCallThatOutlivesItsRequestIsToldAsNotReturned() throws Exception {
        HttpClient client = JdkHttpTracing.create(currentTrace).wrap(HttpClient.newHttpClient());
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            var unused = client.sendAsync(request("/hang"), BodyHandlers.ofString());
            HttpCall call = recorded.finishedCalls(HttpCall.class).get(0);
            assertThat(call.lines(TextStyle.TRUNCATED).get(0)).endsWith("/hang, not returned yet");
        }
    }

    @Test
    void aHandlerThatFailsFailsTheCall() throws Exception {
        HttpClient client = JdkHttpTracing.create(currentTrace).wrap(HttpClient.newHttpClient());
        try (RecordedRequest recorded = RecordedRequest.open(currentTrace)) {
            assertThatThrownBy(() -> client.send(request("/"), info -> {
                        throw new IllegalStateException("of the application");
                    }))
                    .hasStackTraceContaining("of the application");
            assertThat(recorded.finishedCalls(HttpCall.class).get(0).error()).contains("of the application");
        }
    }
}

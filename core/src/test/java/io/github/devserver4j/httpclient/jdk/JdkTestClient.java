package io.github.devserver4j.httpclient.jdk;

import io.github.devserver4j.httpclient.TestClient;
import io.github.devserver4j.trace.CurrentTrace;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The JDK's client. */
final class JdkTestClient implements TestClient {

    private final HttpClient client;
    private final boolean async;

    JdkTestClient(@Nullable CurrentTrace traced, HttpClient.Version version, boolean async) {
        HttpClient raw = HttpClient.newBuilder()
                .version(version)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        JdkHttpTracing tracing = traced == null ? null : JdkHttpTracing.create(traced);
        this.client = tracing == null ? raw : tracing.wrap(tracing.wrap(raw));
        this.async = async;
    }

    @Override
    public Answer send(String method, String url, byte @Nullable [] body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(2))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        HttpResponse<String> response = exchange(request.build(), BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) throws Exception {
        if (!async) {
            return client.send(request, handler);
        }
        try {
            return client.sendAsync(request, handler).get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    @Override
    public Streamed stream(String url) throws Exception {
        InputStream body = exchange(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofInputStream())
                .body();
        return new Streamed() {
            @Override
            public int read(byte[] buffer) throws Exception {
                return body.read(buffer);
            }

            @Override
            public void close() throws Exception {
                body.close();
            }
        };
    }
}

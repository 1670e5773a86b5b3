package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.TestClient;
import io.github.devserver4j.trace.CurrentTrace;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.H2AsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Apache's asynchronous client. */
final class ApacheAsyncTestClient implements TestClient {

    private final CloseableHttpAsyncClient client;

    ApacheAsyncTestClient(@Nullable CurrentTrace traced, boolean http2) {
        RequestConfig timeouts =
                RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(2)).build();
        client = http2 ? http2(traced, timeouts) : http11(traced, timeouts);
        client.start();
    }

    private static CloseableHttpAsyncClient http2(@Nullable CurrentTrace traced, RequestConfig timeouts) {
        H2AsyncClientBuilder builder = H2AsyncClientBuilder.create().setDefaultRequestConfig(timeouts);
        return traced == null
                ? builder.build()
                : ApacheHttpTracing.create(traced).install(builder).build();
    }

    private static CloseableHttpAsyncClient http11(@Nullable CurrentTrace traced, RequestConfig timeouts) {
        HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create().setDefaultRequestConfig(timeouts);
        if (traced != null) {
            ApacheHttpTracing tracing = ApacheHttpTracing.create(traced);
            tracing.install(tracing.install(builder));
        }
        return builder.build();
    }

    @Override
    public Answer send(String method, String url, byte @Nullable [] body, Map<String, String> headers)
            throws Exception {
        SimpleRequestBuilder request = SimpleRequestBuilder.create(method).setUri(url);
        if (body != null) {
            request.setBody(body, ContentType.APPLICATION_OCTET_STREAM);
        }
        headers.forEach(request::addHeader);
        SimpleHttpRequest built = request.build();
        int headerCount = built.getHeaders().length;
        Future<SimpleHttpResponse> future = client.execute(built, null);
        try {
            SimpleHttpResponse response = future.get();
            if (built.getHeaders().length != headerCount) {
                throw new AssertionError("the application's request was changed");
            }
            var type = response.getFirstHeader("Content-Type");
            String text = response.getBodyText();
            return new Answer(response.getCode(), type == null ? "" : type.getValue(), text == null ? "" : text);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    @Override
    public Streamed stream(String url) throws Exception {
        SimpleHttpRequest request = SimpleRequestBuilder.get(url).build();
        BodyQueue body = new BodyQueue();
        Future<Void> future = client.execute(new BasicRequestProducer(request, null), body, null);
        body.awaitHead();
        return new Streamed() {
            @Override
            public int read(byte[] buffer) throws Exception {
                return body.read(buffer);
            }

            @Override
            public void close() {
                future.cancel(true);
            }
        };
    }

    @Override
    public void close() throws Exception {
        client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }
}

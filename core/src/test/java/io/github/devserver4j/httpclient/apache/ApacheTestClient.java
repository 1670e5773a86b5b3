package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.TestClient;
import io.github.devserver4j.trace.CurrentTrace;
import java.io.InputStream;
import java.util.Map;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Apache's classic client. */
final class ApacheTestClient implements TestClient {

    private final CloseableHttpClient client;

    ApacheTestClient(@Nullable CurrentTrace traced) {
        RequestConfig timeouts =
                RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(2)).build();
        HttpClientBuilder builder = HttpClients.custom().setDefaultRequestConfig(timeouts);
        if (traced != null) {
            ApacheHttpTracing tracing = ApacheHttpTracing.create(traced);
            tracing.install(tracing.install(builder));
        }
        client = builder.build();
    }

    @Override
    public Answer send(String method, String url, byte @Nullable [] body, Map<String, String> headers)
            throws Exception {
        ClassicRequestBuilder request = ClassicRequestBuilder.create(method).setUri(url);
        if (body != null) {
            request.setEntity(body, ContentType.APPLICATION_OCTET_STREAM);
        }
        headers.forEach(request::addHeader);
        ClassicHttpRequest built = request.build();
        int headerCount = built.getHeaders().length;
        Answer answer = client.execute(built, ApacheTestClient::answer);
        if (built.getHeaders().length != headerCount) {
            throw new AssertionError("the application's request was changed");
        }
        return answer;
    }

    private static Answer answer(ClassicHttpResponse response) throws java.io.IOException {
        Header type = response.getFirstHeader("Content-Type");
        String text;
        try {
            text = response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity());
        } catch (org.apache.hc.core5.http.ParseException malformed) {
            throw new java.io.IOException(malformed);
        }
        return new Answer(response.getCode(), type == null ? "" : type.getValue(), text);
    }

    @Override
    @SuppressWarnings("deprecation") // what applications stream by
    public Streamed stream(String url) throws Exception {
        CloseableHttpResponse response =
                client.execute(ClassicRequestBuilder.get(url).build());
        InputStream body = response.getEntity().getContent();
        return new Streamed() {
            @Override
            public int read(byte[] buffer) throws Exception {
                return body.read(buffer);
            }

            @Override
            public void close() throws Exception {
                response.close();
            }
        };
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}

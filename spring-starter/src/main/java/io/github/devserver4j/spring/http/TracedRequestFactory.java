package io.github.devserver4j.spring.http;

import io.github.devserver4j.httpclient.HttpCalls;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/** The application's request factory, whose requests are recorded; they take a body as its own do. Thread-safe as that is. */
final class TracedRequestFactory implements ClientHttpRequestFactory {

    private final ClientHttpRequestFactory factory;
    private final HttpCalls calls;

    private TracedRequestFactory(ClientHttpRequestFactory factory, HttpCalls calls) {
        this.factory = factory;
        this.calls = calls;
    }

    /** One that records already is returned as it is. */
    static ClientHttpRequestFactory of(ClientHttpRequestFactory factory, HttpCalls calls) {
        return factory instanceof TracedRequestFactory ? factory : new TracedRequestFactory(factory, calls);
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
        return traced(factory.createRequest(uri, method), calls);
    }

    /** The request itself where nobody listens. */
    static ClientHttpRequest traced(ClientHttpRequest request, HttpCalls calls) {
        if (request == null || calls.recorder() == null) {
            return request;
        }
        return request instanceof StreamingHttpOutputMessage streaming
                ? new TracedStreamingRequest(request, streaming, calls)
                : new TracedRequest(request, calls);
    }

    @Override
    public String toString() {
        return factory.toString();
    }
}

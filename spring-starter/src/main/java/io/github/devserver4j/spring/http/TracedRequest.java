package io.github.devserver4j.spring.http;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.httpclient.HttpOperation;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TraceContext;
import io.github.devserver4j.trace.TraceRecorder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** A request that is recorded when it is executed. For one thread, as any request. */
class TracedRequest implements ClientHttpRequest {

    final BodySize bodySize = new BodySize();
    final HttpCalls calls;

    private final ClientHttpRequest request;

    TracedRequest(ClientHttpRequest request, HttpCalls calls) {
        this.request = request;
        this.calls = calls;
    }

    @Override
    public final ClientHttpResponse execute() throws IOException {
        TraceRecorder recorder = calls.recorder(); // none within another such request
        if (recorder == null) {
            return request.execute();
        }
        URI uri = request.getURI();
        HttpOperation operation = new HttpOperation(request.getMethod().name(), uri.getHost(), uri.getRawPath());
        return execute(calls.exchange(recorder, uri, operation));
    }

    private ClientHttpResponse execute(HttpExchange exchange) throws IOException {
        exchange.begin();
        try {
            addHeaders(exchange.traceContext());
            ClientHttpResponse response = executed(exchange);
            return response == null ? ended(exchange) : TracedResponse.of(response, request.getMethod(), exchange);
        } catch (Throwable thrown) {
            exchange.fail(thrown);
            throw thrown;
        }
    }

    private ClientHttpResponse executed(HttpExchange exchange) throws IOException {
        try (Scope parts = calls.parts()) {
            return request.execute();
        } finally {
            exchange.requestBytes(bodySize.bytes());
        }
    }

    /** What a factory of the application's own may give. */
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private static ClientHttpResponse ended(HttpExchange exchange) {
        exchange.end();
        return null;
    }

    private void addHeaders(@Nullable TraceContext context) {
        if (context == null) {
            return;
        }
        try {
            SpringHeaders.add(request.getHeaders(), context);
        } catch (RuntimeException | LinkageError fault) { // a request of the application's own class
            Faults.report(fault);
        }
    }

    @Override
    public final OutputStream getBody() throws IOException {
        return bodySize.counted(request.getBody());
    }

    @Override
    public final HttpMethod getMethod() {
        return request.getMethod();
    }

    @Override
    public final URI getURI() {
        return request.getURI();
    }

    @Override
    public final Map<String, Object> getAttributes() {
        return request.getAttributes();
    }

    @Override
    public final HttpHeaders getHeaders() {
        return request.getHeaders();
    }

    @Override
    public final String toString() {
        return request.toString();
    }
}

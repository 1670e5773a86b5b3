package io.github.devserver4j.spring.http;

import io.github.devserver4j.httpclient.CountingStream;
import io.github.devserver4j.httpclient.HttpCall;
import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.trace.Faults;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** An answer whose body is counted while the application reads it. For one thread at a time, as any response. */
final class TracedResponse implements ClientHttpResponse {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final ClientHttpResponse response;
    private final long length;
    private final HttpExchange exchange;
    private @Nullable InputStream body;
    private @Nullable InputStream counted;

    private TracedResponse(ClientHttpResponse response, long length, HttpExchange exchange) {
        this.response = response;
        this.length = length;
        this.exchange = exchange;
    }

    /** An answer that has just come. */
    static ClientHttpResponse of(ClientHttpResponse response, HttpMethod method, HttpExchange exchange) {
        long length = HttpCall.UNKNOWN_BYTES;
        try {
            int status = response.getStatusCode().value();
            exchange.answered(status);
            length = lengthOf(response.getHeaders());
            if (length == 0 || method.equals(HttpMethod.HEAD) || status == NO_CONTENT || status == NOT_MODIFIED) {
                exchange.bodyRead();
            }
        } catch (IOException failure) {
            exchange.fail(failure); // as the application will find out itself
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
        exchange.returned();
        return new TracedResponse(response, length, exchange);
    }

    /** How many bytes the application can read, at which Spring's converters stop; negative if that is not known. */
    private static long lengthOf(HttpHeaders headers) {
        return headers.getFirst(HttpHeaders.CONTENT_ENCODING) == null
                ? headers.getContentLength()
                : HttpCall.UNKNOWN_BYTES;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // it is about the very stream
    public InputStream getBody() throws IOException {
        InputStream current = response.getBody();
        InputStream known = counted;
        if (current == null) { // as a response of the application's own class may have it
            return current;
        }
        if (known != null && current == body) {
            return known;
        }
        InputStream fresh = new CountingStream(current, length, exchange);
        body = current;
        counted = fresh;
        return fresh;
    }

    @Override
    public void close() {
        try {
            response.close();
        } finally {
            exchange.givenUp();
        }
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return response.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return response.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
        return response.getHeaders();
    }

    @Override
    public String toString() {
        return response.toString();
    }
}

package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.httpclient.HttpOperation;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceContext;
import io.github.devserver4j.trace.TraceRecorder;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.protocol.RedirectLocations;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** What classic and asynchronous chains have in common. */
final class ApacheCalls {

    private ApacheCalls() {}

    static HttpExchange exchange(
            HttpCalls calls,
            TraceRecorder recorder,
            HttpRequest request,
            @Nullable EntityDetails entity,
            HttpRoute route) {
        URIAuthority authority = request.getAuthority();
        Object server = authority == null ? route.getTargetHost() : authority;
        String host = authority == null ? route.getTargetHost().getHostName() : authority.getHostName();
        String path = request.getPath();
        HttpOperation operation = new HttpOperation(request.getMethod(), host, path);
        HttpExchange exchange = calls.exchange(recorder, new Url(request.getScheme(), server, path), operation);
        if (entity != null) {
            exchange.requestBytes(entity.getContentLength());
        }
        return exchange;
    }

    /**
     * Whether a request is how the AWS SDK calls DynamoDB, which {@code dynamodb} records: an agent instruments the SDK's
     * client as any other.
     */
    static boolean isOfDynamoDb(HttpRequest request) {
        Header operation = request.getFirstHeader("X-Amz-Target");
        return operation != null && String.valueOf(operation.getValue()).startsWith("DynamoDB_");
    }

    /** Adds the context's headers to a request that is the chain's own copy. Throws nothing. */
    static void addTraceHeaders(HttpRequest request, @Nullable TraceContext context) {
        try {
            if (context == null || request.containsHeader(TraceContext.TRACEPARENT)) {
                return;
            }
            request.setHeader(TraceContext.TRACEPARENT, context.traceparent());
            if (context.tracestate() != null) {
                request.setHeader(TraceContext.TRACESTATE, context.tracestate());
            }
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
    }

    /**
     * Tells how many redirects were followed. A context makes a list of them for whoever asks, so it is not asked where
     * its last request is the only one that was sent for the call: what a redirect leads to is another.
     */
    @SuppressWarnings("ReferenceEquality") // it is about the very object
    static void tellRedirects(SentRequest sent, HttpClientContext context) {
        HttpRequest last = sent.last();
        if (sent.exchange().sends() == 1 && last != null && last == context.getRequest()) {
            return;
        }
        RedirectLocations locations = context.getRedirectLocations();
        sent.exchange().redirects(locations == null ? 0 : locations.size());
    }

    /** A URL in the parts that the client keeps it in. */
    private record Url(
            @Nullable String scheme,
            Object server,
            @Nullable String path) {
        @Override
        public String toString() {
            String written = server.toString();
            String base = written.contains("://") ? written : (scheme == null ? "http" : scheme) + "://" + written;
            return path == null ? base : base + path;
        }
    }
}

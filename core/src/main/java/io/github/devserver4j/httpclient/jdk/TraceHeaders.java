package io.github.devserver4j.httpclient.jdk;

import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceContext;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Passes the trace of the incoming request on. */
final class TraceHeaders {

    private TraceHeaders() {}

    /** A copy of the request with the context's headers; the request itself if there is none, or it has its own. */
    static HttpRequest added(HttpRequest request, @Nullable TraceContext context) {
        if (context == null) {
            return request;
        }
        try {
            if (request.headers().firstValue(TraceContext.TRACEPARENT).isPresent()) {
                return request;
            }
            HttpRequest.Builder copy =
                    HttpRequest.newBuilder(request, (name, value) -> !name.equalsIgnoreCase(TraceContext.TRACESTATE));
            copy.setHeader(TraceContext.TRACEPARENT, context.traceparent());
            if (context.tracestate() != null) {
                copy.setHeader(TraceContext.TRACESTATE, context.tracestate());
            }
            return copy.build();
        } catch (RuntimeException fault) { // a request of the application's own class
            Faults.report(fault);
            return request;
        }
    }
}

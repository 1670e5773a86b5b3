package io.github.devserver4j.spring.http;

import io.github.devserver4j.trace.TraceContext;
import org.springframework.http.HttpHeaders;

/** Passes the trace of the incoming request on, by what HttpHeaders has both as a map (Framework 6) and as none (7). */
final class SpringHeaders {

    private SpringHeaders() {}

    /** Headers that tell of a trace themselves stay as they are. */
    static void add(HttpHeaders headers, TraceContext context) {
        if (headers.getFirst(TraceContext.TRACEPARENT) != null) {
            return;
        }
        headers.set(TraceContext.TRACEPARENT, context.traceparent());
        if (context.tracestate() != null) {
            headers.set(TraceContext.TRACESTATE, context.tracestate());
        }
    }
}

package io.github.devserver4j.httpclient.okhttp;

import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceContext;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Passes the trace of the incoming request on; the last of a client's interceptors. Thread-safe. */
final class TraceHeaders implements Interceptor {

    private final TracedCalls calls;

    TraceHeaders(TracedCalls calls) {
        this.calls = calls;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallListener listener = calls.listener(chain.call());
        return chain.proceed(listener == null ? chain.request() : added(chain.request(), listener.traceContext()));
    }

    private static Request added(Request request, @Nullable TraceContext context) {
        if (context == null || request.header(TraceContext.TRACEPARENT) != null) {
            return request;
        }
        try {
            Request.Builder copy = request.newBuilder().header(TraceContext.TRACEPARENT, context.traceparent());
            copy.removeHeader(TraceContext.TRACESTATE);
            if (context.tracestate() != null) {
                copy.header(TraceContext.TRACESTATE, context.tracestate());
            }
            return copy.build();
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
            return request;
        }
    }
}

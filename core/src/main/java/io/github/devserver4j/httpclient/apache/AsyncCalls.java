package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.trace.TraceContext;
import io.github.devserver4j.trace.TraceRecorder;
import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.HttpRequestWrapper;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.support.BasicRequestBuilder;
import org.jspecify.annotations.Nullable;

/** Records the calls of an asynchronous client, from outside of all redirects and retries. Thread-safe. */
final class AsyncCalls implements AsyncExecChainHandler {

    private final HttpCalls calls;

    AsyncCalls(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(
            HttpRequest request,
            @Nullable AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null
                || SentRequest.isOf(recorder, scope.originalRequest)
                || ApacheCalls.isOfDynamoDb(request)) {
            chain.proceed(request, body, scope, callback);
            return;
        }
        HttpExchange exchange = ApacheCalls.exchange(calls, recorder, request, body, scope.route);
        exchange.begin();
        try {
            ApacheCalls.addTraceHeaders(request, exchange.traceContext());
            AsyncExecChain.Scope traced = tracedScope(scope, exchange);
            AsyncExecCallback counting = new CountingCallback(callback, traced);
            exchange.returned(); // the application waits for a future: what fails after its answer fails nothing
            chain.proceed(request, body, traced, counting);
        } catch (Throwable thrown) {
            exchange.fail(thrown);
            throw thrown;
        }
    }

    private static AsyncExecChain.Scope tracedScope(AsyncExecChain.Scope scope, HttpExchange exchange) {
        return new AsyncExecChain.Scope(
                scope.exchangeId,
                scope.route,
                new Original(withHeaders(scope.originalRequest, exchange.traceContext()), exchange),
                scope.cancellableDependency,
                scope.clientContext,
                scope.execRuntime,
                scope.scheduler,
                scope.execCount);
    }

    /** The application's request, which redirects are made from; a copy of it if it is to have further headers. */
    private static HttpRequest withHeaders(HttpRequest request, @Nullable TraceContext context) {
        if (context == null) {
            return request;
        }
        HttpRequest copy = BasicRequestBuilder.copy(request).build();
        ApacheCalls.addTraceHeaders(copy, context);
        return copy;
    }

    /** What redirects are made from. */
    private static final class Original extends HttpRequestWrapper implements SentRequest {

        private final HttpRequest original;
        private final HttpExchange exchange;
        private volatile @Nullable HttpRequest last;

        Original(HttpRequest request, HttpExchange exchange) {
            super(request);
            this.original = request;
            this.exchange = exchange;
        }

        @Override
        public HttpRequest original() {
            return original;
        }

        @Override
        public HttpExchange exchange() {
            return exchange;
        }

        @Override
        public @Nullable HttpRequest last() {
            return last;
        }

        @Override
        public void last(HttpRequest sent) {
            last = sent;
        }
    }
}

package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.trace.TraceRecorder;
import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
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
        if (recorder == null || scope.originalRequest instanceof SentRequest) {
            chain.proceed(request, body, scope, callback);
            return;
        }
        HttpExchange exchange = ApacheCalls.begin(calls, recorder, request, body, scope.route);
        try {
            ApacheCalls.addTraceHeaders(request, exchange.traceContext());
            AsyncExecCallback counting = new CountingCallback(callback, exchange, scope.clientContext);
            chain.proceed(request, body, tracedScope(scope, exchange), counting);
            exchange.returned();
        } catch (Throwable thrown) {
            exchange.fail(thrown);
            throw thrown;
        }
    }

    private static AsyncExecChain.Scope tracedScope(AsyncExecChain.Scope scope, HttpExchange exchange) {
        return new AsyncExecChain.Scope(
                scope.exchangeId,
                scope.route,
                new Original(scope.originalRequest, exchange),
                scope.cancellableDependency,
                scope.clientContext,
                scope.execRuntime,
                scope.scheduler,
                scope.execCount);
    }

    /** What redirects are made from. */
    private static final class Original extends BasicHttpRequest implements SentRequest {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // requests of a chain are not serialized
        private final Sends sends;

        Original(HttpRequest request, HttpExchange exchange) {
            super(request.getMethod(), request.getScheme(), request.getAuthority(), request.getPath());
            this.sends = new Sends(exchange);
            setVersion(request.getVersion());
            ApacheCalls.copyHeaders(request, this);
            ApacheCalls.addTraceHeaders(this, exchange.traceContext());
        }

        @Override
        public void sending(HttpRequest request) {
            sends.sending(request);
        }
    }
}

package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.trace.TraceContext;
import io.github.devserver4j.trace.TraceRecorder;
import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.message.HttpRequestWrapper;
import org.jspecify.annotations.Nullable;

/** Records the calls of a classic client, from outside of all redirects and retries. Thread-safe. */
final class ClassicCalls implements ExecChainHandler {

    private final HttpCalls calls;

    ClassicCalls(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null
                || SentRequest.isOf(recorder, scope.originalRequest)
                || ApacheCalls.isOfDynamoDb(request)) {
            return chain.proceed(request, scope);
        }
        HttpExchange exchange = ApacheCalls.exchange(calls, recorder, request, request.getEntity(), scope.route);
        exchange.begin();
        try {
            ApacheCalls.addTraceHeaders(request, exchange.traceContext());
            ExecChain.Scope traced = tracedScope(scope, exchange);
            ClassicHttpResponse response = chain.proceed(request, traced);
            ApacheCalls.tellRedirects((SentRequest) traced.originalRequest, scope.clientContext);
            answered(exchange, response);
            return response;
        } catch (Throwable thrown) {
            exchange.fail(thrown);
            throw thrown;
        }
    }

    private static ExecChain.Scope tracedScope(ExecChain.Scope scope, HttpExchange exchange) {
        ClassicHttpRequest original =
                new Original(withHeaders(scope.originalRequest, exchange.traceContext()), exchange);
        return new ExecChain.Scope(scope.exchangeId, scope.route, original, scope.execRuntime, scope.clientContext);
    }

    private static void answered(HttpExchange exchange, ClassicHttpResponse response) {
        exchange.answered(response.getCode());
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            exchange.bodyRead();
        } else {
            response.setEntity(new CountingEntity(entity, exchange));
        }
        exchange.returned();
    }

    /** The application's request, which redirects are made from; a copy of it if it is to have further headers. */
    private static ClassicHttpRequest withHeaders(ClassicHttpRequest request, @Nullable TraceContext context) {
        if (context == null) {
            return request;
        }
        ClassicHttpRequest copy = ClassicRequestBuilder.copy(request).build();
        ApacheCalls.addTraceHeaders(copy, context);
        return copy;
    }

    /** What redirects are made from. */
    private static final class Original extends HttpRequestWrapper implements ClassicHttpRequest, SentRequest {

        private final ClassicHttpRequest request;
        private final HttpExchange exchange;
        private volatile @Nullable HttpRequest last;

        Original(ClassicHttpRequest request, HttpExchange exchange) {
            super(request);
            this.request = request;
            this.exchange = exchange;
        }

        @Override
        public HttpEntity getEntity() {
            return request.getEntity();
        }

        @Override
        public void setEntity(HttpEntity entity) {
            request.setEntity(entity);
        }

        @Override
        public HttpRequest original() {
            return request;
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

package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.trace.TraceRecorder;
import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

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
        if (recorder == null || scope.originalRequest instanceof SentRequest) {
            return chain.proceed(request, scope);
        }
        HttpExchange exchange = ApacheCalls.begin(calls, recorder, request, request.getEntity(), scope.route);
        try {
            ApacheCalls.addTraceHeaders(request, exchange.traceContext());
            ClassicHttpResponse response = chain.proceed(request, tracedScope(scope, exchange));
            answered(exchange, response, scope);
            return response;
        } catch (Throwable thrown) {
            exchange.fail(thrown);
            throw thrown;
        }
    }

    private static ExecChain.Scope tracedScope(ExecChain.Scope scope, HttpExchange exchange) {
        ClassicHttpRequest original = new Original(scope.originalRequest, exchange);
        return new ExecChain.Scope(scope.exchangeId, scope.route, original, scope.execRuntime, scope.clientContext);
    }

    private static void answered(HttpExchange exchange, ClassicHttpResponse response, ExecChain.Scope scope) {
        exchange.answered(response.getCode());
        ApacheCalls.tellRedirects(exchange, scope.clientContext);
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            exchange.bodyRead();
        } else {
            response.setEntity(new CountingEntity(entity, exchange));
        }
        exchange.returned();
    }

    /** What redirects are made from. */
    private static final class Original extends BasicClassicHttpRequest implements SentRequest {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // requests of a chain are not serialized
        private final Sends sends;

        Original(ClassicHttpRequest request, HttpExchange exchange) {
            super(request.getMethod(), request.getScheme(), request.getAuthority(), request.getPath());
            this.sends = new Sends(exchange);
            setVersion(request.getVersion());
            ApacheCalls.copyHeaders(request, this);
            setEntity(request.getEntity());
            ApacheCalls.addTraceHeaders(this, exchange.traceContext());
        }

        @Override
        public void sending(HttpRequest request) {
            sends.sending(request);
        }
    }
}

package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpExchange;
import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.jspecify.annotations.Nullable;

/** Learns of the answer before the application does. Called by the client's threads, one after the other. */
final class CountingCallback implements AsyncExecCallback {

    private final AsyncExecCallback callback;
    private final SentRequest sent;
    private final HttpExchange exchange;
    private final HttpClientContext context;

    /** In a scope whose original request is a {@link SentRequest}. */
    CountingCallback(AsyncExecCallback callback, AsyncExecChain.Scope scope) {
        this.callback = callback;
        this.sent = (SentRequest) scope.originalRequest;
        this.exchange = sent.exchange();
        this.context = scope.clientContext;
    }

    @Override
    public @Nullable AsyncDataConsumer handleResponse(HttpResponse response, @Nullable EntityDetails entity)
            throws HttpException, IOException {
        exchange.answered(response.getCode());
        ApacheCalls.tellRedirects(sent, context);
        AsyncDataConsumer consumer = callback.handleResponse(response, entity);
        return consumer == null ? null : new CountingConsumer(consumer, exchange);
    }

    @Override
    public void handleInformationResponse(HttpResponse response) throws HttpException, IOException {
        callback.handleInformationResponse(response);
    }

    @Override
    public void completed() {
        exchange.bodyRead();
        callback.completed();
    }

    @Override
    public void failed(Exception cause) {
        exchange.fail(cause);
        callback.failed(cause);
    }
}

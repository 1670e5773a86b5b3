package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpExchange;
import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.jspecify.annotations.Nullable;

/** Learns of the answer before the application does. Called by the client's threads, one after the other. */
final class CountingCallback implements AsyncExecCallback {

    private final AsyncExecCallback callback;
    private final HttpExchange exchange;
    private final HttpClientContext context;

    CountingCallback(AsyncExecCallback callback, HttpExchange exchange, HttpClientContext context) {
        this.callback = callback;
        this.exchange = exchange;
        this.context = context;
    }

    @Override
    public @Nullable AsyncDataConsumer handleResponse(HttpResponse response, @Nullable EntityDetails entity)
            throws HttpException, IOException {
        exchange.answered(response.getCode());
        ApacheCalls.tellRedirects(exchange, context);
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

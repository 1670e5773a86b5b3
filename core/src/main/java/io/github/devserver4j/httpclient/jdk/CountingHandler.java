package io.github.devserver4j.httpclient.jdk;

import io.github.devserver4j.httpclient.HttpExchange;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;

/** Learns of the answer's head, and has its body counted on its way to the application's subscriber. */
final class CountingHandler<T> implements BodyHandler<T> {

    private final BodyHandler<T> handler;
    private final HttpExchange exchange;

    CountingHandler(BodyHandler<T> handler, HttpExchange exchange) {
        this.handler = handler;
        this.exchange = exchange;
    }

    @Override
    public BodySubscriber<T> apply(ResponseInfo info) {
        exchange.answered(info.statusCode());
        BodySubscriber<T> subscriber = handler.apply(info);
        return subscriber == null ? subscriber : new CountingSubscriber<>(subscriber, exchange); // null: see the client
    }
}

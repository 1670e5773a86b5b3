package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpExchange;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Counts what is put on the wire for a call: each send has a request of its own. By one thread at a time. */
final class Sends {

    private final HttpExchange exchange;
    private volatile @Nullable HttpRequest last;

    Sends(HttpExchange exchange) {
        this.exchange = exchange;
    }

    @SuppressWarnings("ReferenceEquality") // it is about the very object
    void sending(HttpRequest request) {
        if (last != request) {
            last = request;
            exchange.sentOnce();
        }
    }
}

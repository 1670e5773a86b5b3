package io.github.devserver4j.spring.http;

import io.github.devserver4j.httpclient.HttpCalls;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Records each subscription to an exchange. Thread-safe. */
final class TracingFilter implements ExchangeFilterFunction {

    private final HttpCalls calls;

    TracingFilter(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return new TracedExchange(request, next, calls);
    }
}

package io.github.devserver4j.spring.http;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.httpclient.HttpOperation;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TraceRecorder;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * An exchange that is recorded with the request of the thread that subscribes, or with the one that the subscriber's
 * context carries. Thread-safe.
 */
final class TracedExchange extends Mono<ClientResponse> {

    private final ClientRequest request;
    private final ExchangeFunction next;
    private final HttpCalls calls;

    TracedExchange(ClientRequest request, ExchangeFunction next, HttpCalls calls) {
        this.request = request;
        this.next = next;
        this.calls = calls;
    }

    @Override
    public void subscribe(CoreSubscriber<? super ClientResponse> subscriber) {
        TraceRecorder recorder = recorder(subscriber.currentContext());
        if (recorder == null) {
            exchanged(request).subscribe(subscriber);
            return;
        }
        URI url = request.url();
        HttpOperation operation = new HttpOperation(request.method().name(), url.getHost(), url.getRawPath());
        HttpExchange exchange = calls.exchange(recorder, url, operation);
        exchange.begin();
        SentRequest sent = SentRequest.of(request, exchange.traceContext());
        try (Scope parts = calls.parts()) {
            exchanged(sent.request()).subscribe(new AnswerSubscriber(subscriber, exchange, sent));
        }
        exchange.returned();
    }

    /** What a function throws is an error signal, as it is for Spring's client. */
    private Mono<ClientResponse> exchanged(ClientRequest sent) {
        return Mono.defer(() -> next.exchange(sent));
    }

    /** A pipeline that goes on on other threads may carry the request in its context, see {@code MicrometerContext}. */
    private @Nullable TraceRecorder recorder(Context context) {
        TraceRecorder recorder = calls.recorder();
        if (recorder != null || context.isEmpty()) {
            return recorder;
        }
        return context.stream()
                .map(entry -> entry.getValue() instanceof TraceRecorder carried ? carried : null)
                .filter(carried -> carried != null && !carried.isFinished())
                .findFirst()
                .orElse(null);
    }
}

package io.github.devserver4j.spring.http;

import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.trace.Faults;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;

/** Learns of the answer before the application does, and has its body counted on its way. */
final class AnswerSubscriber implements CoreSubscriber<ClientResponse>, Subscription {

    private final CoreSubscriber<? super ClientResponse> subscriber;
    private final HttpExchange exchange;
    private final SentRequest sent;
    private volatile boolean answered;
    private @Nullable Subscription subscription;

    AnswerSubscriber(CoreSubscriber<? super ClientResponse> subscriber, HttpExchange exchange, SentRequest sent) {
        this.subscriber = subscriber;
        this.exchange = exchange;
        this.sent = sent;
    }

    @Override
    public Context currentContext() {
        return subscriber.currentContext();
    }

    @Override
    public void onSubscribe(Subscription current) {
        subscription = current;
        subscriber.onSubscribe(this);
    }

    @Override
    public void onNext(ClientResponse response) {
        answered = true;
        subscriber.onNext(counted(response));
    }

    private ClientResponse counted(ClientResponse response) {
        try {
            tellSize();
            exchange.answered(response.statusCode().value());
            return response.mutate().body(this::counted).build();
        } catch (RuntimeException | LinkageError fault) { // a response of the application's own class
            Faults.report(fault);
            exchange.givenUp();
            return response;
        }
    }

    /** Spring asks for a body that was read again, to be sure, and the client's refusal is no failure of the call. */
    private Flux<DataBuffer> counted(Flux<DataBuffer> body) {
        AtomicBoolean consumed = new AtomicBoolean();
        return Flux.defer(() -> consumed.getAndSet(true) ? body : countedOnce(body));
    }

    private Flux<DataBuffer> countedOnce(Flux<DataBuffer> body) {
        return body.doOnNext(buffer -> exchange.received(buffer.readableByteCount()))
                .doOnComplete(exchange::bodyRead)
                .doOnError(thrown -> exchange.fail(causeOf(thrown)))
                .doOnCancel(exchange::givenUp);
    }

    private void tellSize() {
        try {
            exchange.requestBytes(sent.bytes());
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
    }

    @Override
    public void onError(Throwable thrown) {
        tellSize();
        exchange.fail(causeOf(thrown));
        subscriber.onError(thrown);
    }

    /** Spring's exception says no more than what it wraps, and less where that has no message. */
    private static Throwable causeOf(Throwable thrown) {
        Throwable cause = thrown instanceof WebClientRequestException ? thrown.getCause() : null;
        return cause == null ? thrown : cause;
    }

    @Override
    public void onComplete() {
        if (!answered) {
            exchange.end();
        }
        subscriber.onComplete();
    }

    @Override
    public void request(long n) {
        Subscription current = subscription;
        if (current != null) {
            current.request(n);
        }
    }

    @Override
    public void cancel() {
        if (!answered) {
            exchange.fail(new CancellationException("the application cancelled the call"));
        }
        Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }
}

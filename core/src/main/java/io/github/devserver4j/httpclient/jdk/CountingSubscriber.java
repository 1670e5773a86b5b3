package io.github.devserver4j.httpclient.jdk;

import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.trace.FutureCause;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Counts a body on its way and keeps nothing of it. The end is told before the application learns of it, so that a call
 * is recorded when its future is complete.
 */
final class CountingSubscriber<T> implements BodySubscriber<T> {

    private final BodySubscriber<T> subscriber;
    private final HttpExchange exchange;

    CountingSubscriber(BodySubscriber<T> subscriber, HttpExchange exchange) {
        this.subscriber = subscriber;
        this.exchange = exchange;
    }

    @Override
    public CompletionStage<T> getBody() {
        return subscriber.getBody();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {
                subscription.request(n);
            }

            @Override
            public void cancel() {
                exchange.givenUp();
                subscription.cancel();
            }
        });
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        long bytes = 0;
        for (ByteBuffer buffer : buffers) {
            bytes += buffer.remaining();
        }
        exchange.received(bytes);
        subscriber.onNext(buffers);
    }

    @Override
    public void onError(Throwable thrown) {
        exchange.bodyFailed(FutureCause.of(thrown));
        subscriber.onError(thrown);
    }

    @Override
    public void onComplete() {
        exchange.bodyRead();
        subscriber.onComplete();
    }
}

package io.github.devserver4j.dynamodb.sdk2;

import java.nio.ByteBuffer;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The body of an error, looked into as the SDK is given it. */
final class ErrorPublisher implements Publisher<ByteBuffer> {

    private final Publisher<ByteBuffer> content;
    private final ErrorBody body;

    ErrorPublisher(Publisher<ByteBuffer> content, ErrorBody body) {
        this.content = content;
        this.body = body;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        content.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                body.read(bytes);
                subscriber.onNext(bytes);
            }

            @Override
            public void onError(Throwable failure) {
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                body.end();
                subscriber.onComplete();
            }
        });
    }
}

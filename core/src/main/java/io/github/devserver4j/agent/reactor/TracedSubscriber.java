package io.github.devserver4j.agent.reactor;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.Scannable;
import reactor.util.context.Context;

/**
 * Has all signals, downstream and upstream, belong to the request that subscribed, as long as that is not over. Is a queue, as
 * the operator after it may rely on that, but refuses fusion: values that are polled would pass by. As thread-safe as its
 * subscriber.
 */
final class TracedSubscriber<T> implements CoreSubscriber<T>, Fuseable.QueueSubscription<T>, Scannable {

    private static final Scope NOTHING_TO_CLOSE = () -> {};

    private final CoreSubscriber<? super T> subscriber;
    private final CurrentTrace currentTrace;

    /** Null when it was seen to be over: a subscription may live for long. */
    private volatile @Nullable TraceRecorder request;

    private @Nullable Subscription upstream;

    TracedSubscriber(CoreSubscriber<? super T> subscriber, CurrentTrace currentTrace, TraceRecorder request) {
        this.subscriber = subscriber;
        this.currentTrace = currentTrace;
        this.request = request;
    }

    private Scope scope() {
        TraceRecorder known = request;
        if (known == null) {
            return NOTHING_TO_CLOSE;
        }
        if (known.isFinished()) {
            request = null;
            return NOTHING_TO_CLOSE;
        }
        return currentTrace.open(known);
    }

    @Override
    public Context currentContext() {
        return subscriber.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        upstream = subscription;
        try (Scope scope = scope()) {
            subscriber.onSubscribe(this);
        }
    }

    @Override
    public void onNext(T value) {
        try (Scope scope = scope()) {
            subscriber.onNext(value);
        }
    }

    @Override
    public void onError(Throwable failure) {
        try (Scope scope = scope()) {
            subscriber.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        try (Scope scope = scope()) {
            subscriber.onComplete();
        }
    }

    @Override
    public void request(long elements) {
        Subscription source = upstream;
        if (source != null) {
            try (Scope scope = scope()) {
                source.request(elements);
            }
        }
    }

    @Override
    public void cancel() {
        Subscription source = upstream;
        if (source != null) {
            try (Scope scope = scope()) {
                source.cancel();
            }
        }
    }

    @Override
    public int requestFusion(int mode) {
        return Fuseable.NONE;
    }

    @Override
    public @Nullable T poll() {
        return null;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public void clear() {}

    @Override
    @SuppressWarnings({"rawtypes", "ReferenceEquality"}) // as it is declared; attributes are constants
    public @Nullable Object scanUnsafe(Attr attribute) {
        if (attribute == Attr.PARENT) {
            return upstream;
        }
        if (attribute == Attr.ACTUAL) {
            return subscriber;
        }
        return attribute == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : null;
    }
}

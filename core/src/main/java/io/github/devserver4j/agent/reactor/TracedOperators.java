package io.github.devserver4j.agent.reactor;

import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;

/**
 * Asked for each operator that is assembled: one that is assembled within a request works for the request that
 * subscribes to it, on whatever threads its signals come. Others work where their tasks do. The application's own hooks are left
 * alone, so that it may set and reset them. Thread-safe.
 */
public final class TracedOperators implements BiFunction<@Nullable Object, Object, @Nullable Object> {

    private final CurrentTrace currentTrace;
    private final Function<? super Publisher<Object>, ? extends Publisher<Object>> lift;

    /** For the requests of this recording. */
    public TracedOperators(Recording recording) {
        this.currentTrace = recording.currentTrace();
        this.lift = Operators.<Object, Object>lift((source, subscriber) -> traced(subscriber));
    }

    /** Values that are there already come by the thread that subscribes; operators look for them by their type. */
    @Override
    @SuppressWarnings("unchecked") // Reactor's own, of whatever elements
    public @Nullable Object apply(@Nullable Object none, Object operator) {
        return currentTrace.request() == null || operator instanceof Callable
                ? operator
                : lift.apply((Publisher<Object>) operator);
    }

    private CoreSubscriber<? super Object> traced(CoreSubscriber<? super Object> subscriber) {
        TraceRecorder request = currentTrace.request();
        return request == null ? subscriber : new TracedSubscriber<>(subscriber, currentTrace, request);
    }
}

package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.trace.TraceRecorder;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** An application's request as a chain carries it along, which the call that is recorded for it learns of sends by. */
interface SentRequest {

    HttpExchange exchange();

    /** The request as the chain had it: the application's, or one of another trace. */
    HttpRequest original();

    /** Whether a chain's original request tells a call of this request already. */
    static boolean isOf(TraceRecorder recorder, HttpRequest original) {
        return original instanceof SentRequest sent
                && (sent.exchange().isOf(recorder) || isOf(recorder, sent.original()));
    }

    /** What was put on the wire last. */
    @Nullable
    HttpRequest last();

    void last(HttpRequest sent);

    /**
     * A request is about to be put on the wire: each send has a request of its own, and the same object comes twice where
     * tracing was installed twice. By one thread at a time.
     */
    @SuppressWarnings("ReferenceEquality") // it is about the very object
    default void sending(HttpRequest request) {
        if (last() != request) {
            last(request);
            exchange().sentOnce();
        }
        if (original() instanceof SentRequest other) {
            other.sending(request);
        }
    }
}

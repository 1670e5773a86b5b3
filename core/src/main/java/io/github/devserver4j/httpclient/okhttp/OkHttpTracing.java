package io.github.devserver4j.httpclient.okhttp;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.trace.CurrentTrace;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * Has the calls of OkHttp recorded in the trace of the thread that makes them, by {@code execute()} as well as by
 * {@code enqueue()}. Thread-safe.
 *
 * <pre>{@code
 * OkHttpClient client = OkHttpTracing.create(devServer.currentTrace()).wrap(new OkHttpClient());
 * }</pre>
 *
 * <p>A call lasts until its body was read or closed; redirects and what the client sends again by itself belong to it.
 * Bytes are those on the wire: before decompression. An event listener and the interceptors that the client has go on as
 * they are; one that passes a {@code traceparent} on is followed. Wrapping twice records once.
 *
 * <p>Known limits. A call belongs to the request that {@code newCall} was called in; one that was made outside of any is
 * not recorded. Web sockets are not recorded. Events that OkHttp adds in later versions than these are compiled with
 * reach no listener of the application within a request.
 */
public final class OkHttpTracing {

    private final HttpCalls calls;

    private OkHttpTracing(HttpCalls calls) {
        this.calls = calls;
    }

    /** Records in the traces that {@code currentTrace} tells. */
    public static OkHttpTracing create(CurrentTrace currentTrace) {
        return new OkHttpTracing(HttpCalls.of(currentTrace));
    }

    /** A client with the same connections, dispatcher and settings, whose calls are recorded. */
    public OkHttpClient wrap(OkHttpClient client) {
        if (client.eventListenerFactory() instanceof TracedCalls ours
                && ours.calls().areAs(calls)) {
            return client;
        }
        TracedCalls traced = new TracedCalls(calls, client.eventListenerFactory());
        Interceptor headers = new TraceHeaders(traced);
        return client.newBuilder()
                .eventListenerFactory(traced)
                .addInterceptor(headers)
                .build();
    }

    /**
     * As {@link #wrap}, for the client that is being built; returns the builder. To be installed last: an event listener that
     * is set afterwards takes the place of ours.
     *
     * @throws IllegalStateException if this version of OkHttp does not tell the listener that the builder has
     */
    public OkHttpClient.Builder install(OkHttpClient.Builder builder) {
        EventListener.Factory present = listenerOf(builder);
        if (present instanceof TracedCalls) {
            return builder;
        }
        TracedCalls traced = new TracedCalls(calls, present);
        return builder.eventListenerFactory(traced).addInterceptor(new TraceHeaders(traced));
    }

    /** Internal to OkHttp, of versions 4.12 to 5.5. */
    private static EventListener.Factory listenerOf(OkHttpClient.Builder builder) {
        try {
            return (EventListener.Factory) OkHttpClient.Builder.class
                    .getMethod("getEventListenerFactory$okhttp")
                    .invoke(builder);
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException("this version of OkHttp is not known", unknown);
        }
    }
}

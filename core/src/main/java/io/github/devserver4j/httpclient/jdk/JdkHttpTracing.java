package io.github.devserver4j.httpclient.jdk;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.trace.CurrentTrace;
import java.net.http.HttpClient;

/**
 * Wraps {@link HttpClient}s so that their calls are recorded in the trace of the calling thread. Thread-safe.
 *
 * <pre>{@code
 * HttpClient client = JdkHttpTracing.create(devServer.currentTrace()).wrap(HttpClient.newHttpClient());
 * }</pre>
 *
 * <p>A call that follows redirects is one call. The answers are the client's own; what {@code response.request()} says
 * equals the application's request unless a {@code traceparent} was passed on. The application's request is not changed.
 *
 * <p>Known limits. Web sockets and answers that a server pushes are passed on and not recorded. Of requests repeated
 * because of authentication the last alone is seen.
 */
public final class JdkHttpTracing {

    private final HttpCalls calls;

    private JdkHttpTracing(HttpCalls calls) {
        this.calls = calls;
    }

    /** Records in the traces that {@code currentTrace} tells. */
    public static JdkHttpTracing create(CurrentTrace currentTrace) {
        return new JdkHttpTracing(HttpCalls.of(currentTrace));
    }

    /** A client that records its calls and otherwise is {@code client}; one that does so already is returned as it is. */
    public HttpClient wrap(HttpClient client) {
        return client instanceof TracedHttpClient ours && ours.calls().areAs(calls)
                ? client
                : new TracedHttpClient(client, calls);
    }
}

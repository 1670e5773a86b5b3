package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.trace.CurrentTrace;
import org.apache.hc.client5.http.impl.async.H2AsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * Has the calls of Apache HttpClient 5 recorded in the trace of the calling thread. Thread-safe.
 *
 * <pre>{@code
 * ApacheHttpTracing tracing = ApacheHttpTracing.create(devServer.currentTrace());
 * CloseableHttpClient client = tracing.install(HttpClients.custom()).build();
 * }</pre>
 *
 * <p>Redirects and what the client sends again by itself belong to the call. Bytes are those that the application reads:
 * after decompression. A classic call lasts until its body was read or closed. Installing twice records once. To be
 * installed last: what other handlers put first into the chain is then within the call.
 *
 * <p>Known limits. A body that is never read nor closed is told as far as it was read; an asynchronous call that is
 * cancelled is told as far as it had come. What the client's minimal
 * variants ({@code HttpClients.createMinimal()}) call is not recorded: they have no chain.
 */
public final class ApacheHttpTracing {

    private static final String OUTER = "devserver";
    private static final String INNER = "devserver-sends";

    private final HttpCalls calls;

    private ApacheHttpTracing(HttpCalls calls) {
        this.calls = calls;
    }

    /** Records in the traces that {@code currentTrace} tells. */
    public static ApacheHttpTracing create(CurrentTrace currentTrace) {
        return new ApacheHttpTracing(HttpCalls.of(currentTrace));
    }

    /** Has the calls of the client that is being built recorded; returns the builder. */
    public HttpClientBuilder install(HttpClientBuilder builder) {
        return builder.addExecInterceptorFirst(OUTER, new ClassicCalls(calls))
                .addExecInterceptorLast(INNER, new ClassicSends());
    }

    /** Has the calls of the client that is being built recorded; returns the builder. */
    public HttpAsyncClientBuilder install(HttpAsyncClientBuilder builder) {
        return builder.addExecInterceptorFirst(OUTER, new AsyncCalls(calls))
                .addExecInterceptorLast(INNER, new AsyncSends());
    }

    /** Has the calls of the client that is being built recorded; returns the builder. */
    public H2AsyncClientBuilder install(H2AsyncClientBuilder builder) {
        return builder.addExecInterceptorFirst(OUTER, new AsyncCalls(calls))
                .addExecInterceptorLast(INNER, new AsyncSends());
    }
}

package io.github.devserver4j.httpclient.jdk;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.httpclient.HttpOperation;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.FutureCause;
import io.github.devserver4j.trace.TraceRecorder;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** The application's client, whose calls are recorded. Thread-safe. */
final class TracedHttpClient extends HttpClient {

    private final HttpClient client;
    private final HttpCalls calls;

    TracedHttpClient(HttpClient client, HttpCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    HttpCalls calls() {
        return calls;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        HttpExchange exchange = exchange(request, handler);
        if (exchange == null) {
            return client.send(request, handler);
        }
        exchange.begin();
        try {
            HttpRequest sent = TraceHeaders.added(request, exchange.traceContext());
            HttpResponse<T> response = client.send(sent, new CountingHandler<>(handler, exchange));
            exchange.redirects(redirects(response));
            exchange.returned();
            return response;
        } catch (Throwable thrown) {
            exchange.fail(thrown);
            throw thrown;
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        HttpExchange exchange = exchange(request, handler);
        if (exchange == null) {
            return client.sendAsync(request, handler);
        }
        exchange.begin();
        try {
            HttpRequest sent = TraceHeaders.added(request, exchange.traceContext());
            return awaited(exchange, client.sendAsync(sent, new CountingHandler<>(handler, exchange)));
        } catch (Throwable thrown) {
            exchange.fail(thrown);
            throw thrown;
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushHandler) {
        HttpExchange exchange = exchange(request, handler);
        if (exchange == null) {
            return client.sendAsync(request, handler, pushHandler);
        }
        exchange.begin();
        try {
            HttpRequest sent = TraceHeaders.added(request, exchange.traceContext());
            return awaited(exchange, client.sendAsync(sent, new CountingHandler<>(handler, exchange), pushHandler));
        } catch (Throwable thrown) {
            exchange.fail(thrown);
            throw thrown;
        }
    }

    /** Null where nobody listens, or the client is about to complain of its arguments. */
    private @Nullable HttpExchange exchange(@Nullable HttpRequest request, @Nullable Object handler) {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null || request == null || handler == null) {
            return null;
        }
        URI uri = request.uri();
        HttpOperation operation = new HttpOperation(request.method(), uri.getHost(), uri.getRawPath());
        HttpExchange exchange = calls.exchange(recorder, uri, operation);
        request.bodyPublisher().ifPresent(body -> tellSize(exchange, body));
        return exchange;
    }

    private static void tellSize(HttpExchange exchange, BodyPublisher body) {
        try {
            exchange.requestBytes(body.contentLength());
        } catch (RuntimeException
                | LinkageError fault) { // the application's own publisher: the client will ask it again
            Faults.report(fault);
        }
    }

    /** The client's own future, so that cancelling it cancels the exchange. */
    private static <T> CompletableFuture<HttpResponse<T>> awaited(
            HttpExchange exchange, CompletableFuture<HttpResponse<T>> future) {
        exchange.returned();
        var unused = future.whenComplete((response, thrown) -> {
            if (thrown != null) {
                exchange.fail(FutureCause.of(thrown));
            } else if (response != null) {
                exchange.redirects(redirects(response));
            }
        });
        return future;
    }

    private static int redirects(HttpResponse<?> response) {
        int redirects = 0;
        Optional<? extends HttpResponse<?>> previous = response.previousResponse();
        while (previous.isPresent()) {
            int status = previous.get().statusCode();
            redirects += status >= 300 && status < 400 ? 1 : 0;
            previous = previous.get().previousResponse();
        }
        return redirects;
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return client.newWebSocketBuilder();
    }

    // The following override methods that HttpClient has from Java 21 on.

    /** Ends the application's client as it ends itself. */
    public void shutdown() {
        ClientEnd.SHUTDOWN.run(client);
    }

    /** Whether the application's client ended in this time. */
    public boolean awaitTermination(Duration duration) throws InterruptedException {
        return ClientEnd.AWAIT_TERMINATION.await(client, duration);
    }

    /** Whether the application's client has ended. */
    public boolean isTerminated() {
        return ClientEnd.IS_TERMINATED.ask(client);
    }

    /** Ends the application's client at once. */
    public void shutdownNow() {
        ClientEnd.SHUTDOWN_NOW.run(client);
    }

    /** Ends the application's client and waits for that. */
    public void close() {
        ClientEnd.CLOSE.run(client);
    }

    @Override
    public String toString() {
        return client.toString();
    }
}

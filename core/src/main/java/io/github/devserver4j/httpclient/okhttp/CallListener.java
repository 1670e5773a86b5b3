package io.github.devserver4j.httpclient.okhttp;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.httpclient.HttpOperation;
import io.github.devserver4j.trace.TraceContext;
import io.github.devserver4j.trace.TraceRecorder;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Records one call from its events. What it tells the application's listener of an end comes after the end was recorded.
 */
final class CallListener extends PassedOnEvents {

    private static final int MULTIPLE_CHOICES = 300;
    private static final int BAD_REQUEST = 400;

    private final HttpCalls calls;
    private final TraceRecorder recorder;
    private final TracedCalls register;
    private volatile @Nullable HttpExchange exchange;
    private @Nullable Thread caller;
    private int status;
    private int redirects;

    CallListener(HttpCalls calls, TraceRecorder recorder, EventListener application, TracedCalls register) {
        super(application);
        this.calls = calls;
        this.recorder = recorder;
        this.register = register;
    }

    /** The trace to pass on; null where the incoming request has none. */
    @Nullable
    TraceContext traceContext() {
        return recorder.request().traceContext();
    }

    /** On the thread that called {@code execute()} or {@code enqueue()}. */
    @Override
    public void callStart(Call call) {
        application.callStart(call);
        HttpUrl url = call.request().url();
        HttpOperation operation = new HttpOperation(call.request().method(), null, url.toString());
        caller = Thread.currentThread();
        HttpExchange begun = calls.exchange(recorder, url, operation);
        exchange = begun;
        begun.begin();
    }

    /** On the thread that called {@code enqueue()}, which goes on. */
    @Override
    public void dispatcherQueueStart(Call call, Dispatcher dispatcher) {
        HttpExchange begun = exchange;
        if (begun != null) {
            begun.sent();
        }
        application.dispatcherQueueStart(call, dispatcher);
    }

    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
        sentIfEnqueued();
        application.proxySelectStart(call, url);
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        sentIfEnqueued();
        application.connectionAcquired(call, connection);
    }

    /** One of the first two events of a call that needs a connection tells which thread executes it. */
    private void sentIfEnqueued() {
        HttpExchange begun = exchange;
        if (begun != null && !Thread.currentThread().equals(caller)) {
            begun.sent();
        }
    }

    @Override
    public void requestHeadersStart(Call call) {
        HttpExchange begun = exchange;
        if (begun != null) {
            redirects += status >= MULTIPLE_CHOICES && status < BAD_REQUEST ? 1 : 0;
            begun.redirects(redirects);
            begun.sentOnce();
        }
        application.requestHeadersStart(call);
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        HttpExchange begun = exchange;
        if (begun != null) {
            begun.requestBytes(byteCount);
        }
        application.requestBodyEnd(call, byteCount);
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        HttpExchange begun = exchange;
        if (begun != null) {
            begun.answered(response.code());
            begun.sent(); // the application may go on before it reads the body
            status = response.code();
        }
        application.responseHeadersEnd(call, response);
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
        HttpExchange begun = exchange;
        if (begun != null) {
            begun.received(byteCount);
        }
        application.responseBodyEnd(call, byteCount);
    }

    @Override
    public void cacheHit(Call call, Response response) {
        HttpExchange begun = exchange;
        if (begun != null) {
            begun.answered(response.code());
            begun.cached();
        }
        application.cacheHit(call, response);
    }

    @Override
    public void callEnd(Call call) {
        over(call);
        HttpExchange begun = exchange;
        if (begun != null) {
            begun.bodyRead();
            begun.end();
        }
        application.callEnd(call);
    }

    @Override
    public void callFailed(Call call, IOException failure) {
        over(call);
        HttpExchange begun = exchange;
        if (begun != null) {
            begun.fail(failure);
        }
        application.callFailed(call, failure);
    }

    private void over(Call call) {
        if (traceContext() != null) {
            register.over(call);
        }
    }
}

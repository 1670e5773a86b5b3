package io.github.devserver4j.httpclient;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/** Records the calls of an HTTP client in the trace of the thread that makes them. Thread-safe. */
public final class HttpCalls {

    private final CurrentTrace currentTrace;

    private HttpCalls(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    /** Records in the traces that {@code currentTrace} tells. */
    public static HttpCalls of(CurrentTrace currentTrace) {
        return new HttpCalls(currentTrace);
    }

    /** Where the current thread's calls are recorded; null where nobody listens, and the call goes straight through. */
    public @Nullable TraceRecorder recorder() {
        return currentTrace.get();
    }

    /**
     * A call that is about to be made by the current thread; see {@link HttpExchange} for what follows. Throws nothing.
     *
     * @param url immutable; its text, asked for later, is the URL
     */
    public HttpExchange begin(TraceRecorder recorder, Object url, HttpOperation operation) {
        HttpExchange exchange = new HttpExchange(recorder, currentTrace.secrets(), url, operation);
        exchange.begin();
        return exchange;
    }
}

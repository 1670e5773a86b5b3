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
     * A call that the current thread is about to make. It is for the integration's outermost method to
     * {@link HttpExchange#begin begin} it: the nearer the application is, the less it costs to find the place of the call.
     *
     * @param url immutable; its text, asked for later, is the URL
     */
    public HttpExchange exchange(TraceRecorder recorder, Object url, HttpOperation operation) {
        return new HttpExchange(recorder, currentTrace.secrets(), url, operation);
    }
}

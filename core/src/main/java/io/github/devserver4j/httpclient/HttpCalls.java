package io.github.devserver4j.httpclient;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Scope;
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

    /**
     * Where the current thread's calls are recorded; null where nobody listens, or what is called now is a
     * {@linkplain #parts() part} of a recorded call, and the call goes straight through.
     */
    public @Nullable TraceRecorder recorder() {
        TraceRecorder recorder = currentTrace.get();
        return recorder == null || currentTrace.isWithin(HttpKind.HTTP) ? null : recorder;
    }

    /**
     * What the current thread calls until the scope is closed is a part of a call that is recorded already: for clients
     * that call by means of another client, which may be recorded itself.
     */
    public Scope parts() {
        return currentTrace.within(HttpKind.HTTP);
    }

    /** Within {@link #parts()}, calls of the application itself, such as what a body is written from, until it is closed. */
    public Scope application() {
        return currentTrace.within(null);
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

    /** Whether they are recorded in the same trace as those. */
    public boolean areAs(HttpCalls others) {
        return currentTrace.equals(others.currentTrace);
    }
}

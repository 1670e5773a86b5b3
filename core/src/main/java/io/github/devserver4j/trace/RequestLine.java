package io.github.devserver4j.trace;

import org.jspecify.annotations.Nullable;

/**
 * What the client asked for, as the access line repeats it.
 *
 * @param method the HTTP method: {@code GET}
 * @param target path and, after a question mark, the raw query: {@code /show/doi?page=2}
 * @param protocol name and version: {@code HTTP/1.1}
 * @param traceContext the trace that the client says the request belongs to; null where it says none
 */
public record RequestLine(
        String method,
        String target,
        String protocol,
        @Nullable TraceContext traceContext) {

    private static final String BACKGROUND = "background";

    /** A request that belongs to no trace of its client's. */
    public RequestLine(String method, String target, String protocol) {
        this(method, target, protocol, null);
    }

    /** In place of a request's, for work that no request asked for: the name of its thread or task. */
    static RequestLine background(String name) {
        return new RequestLine(BACKGROUND, name, "");
    }

    /** Whether no client asked for anything; {@link #target} is the name of a thread or task then. */
    public boolean isBackground() {
        return protocol.isEmpty() && method.equals(BACKGROUND);
    }
}

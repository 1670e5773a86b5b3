package io.github.devserver4j.servlet;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * What only the container knows of a request: when its answer is complete and how long it was. Filters are inside error
 * pages and output buffers, so the Servlet API can't tell.
 */
abstract class ContainerRequest {

    private final ServletRequest request;

    ContainerRequest(ServletRequest request) {
        this.request = request;
    }

    /**
     * The container's view of a request.
     *
     * @param tomcatListens whether {@link TomcatRequests} hears of the ends of this context's requests
     * @param types what the filter knows of the container's classes
     */
    static ContainerRequest of(
            HttpServletRequest request, HttpServletResponse response, boolean tomcatListens, ContainerTypes types) {
        ServletRequest raw = Unwrapped.of(request);
        String className = raw.getClass().getName();
        if (className.startsWith("org.eclipse.jetty.")) {
            return JettyRequest.of(raw, Unwrapped.of(response), types);
        }
        if (className.startsWith("org.apache.catalina.")) {
            return TomcatRequest.of(raw, tomcatListens, types);
        }
        if (className.startsWith("io.undertow.")) {
            return UndertowRequest.of(raw, types);
        }
        return new UnknownContainerRequest(raw);
    }

    /** Whether {@link #whenComplete} works here. */
    abstract boolean tellsCompletion();

    /** Runs {@code listener} once the answer is complete, error pages and asynchronous work included. */
    abstract void whenComplete(Runnable listener);

    /** The bytes of the answer's body up to now; -1 where unknown. */
    abstract long bytesSent();

    /** An attribute of the request. */
    @Nullable
    Object attribute(String name) {
        return request.getAttribute(name);
    }
}

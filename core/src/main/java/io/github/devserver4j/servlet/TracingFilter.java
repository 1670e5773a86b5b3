package io.github.devserver4j.servlet;

import io.github.devserver4j.trace.RequestLine;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TraceContext;
import io.github.devserver4j.trace.TraceRecorder;
import io.github.devserver4j.trace.Tracer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records each request that passes. To be mapped first, to all URLs, for the dispatcher types REQUEST, ASYNC and ERROR,
 * with asynchronous processing supported. Thread-safe.
 *
 * <ol>
 *   <li>A path that begins with an ignored prefix goes straight through.
 *   <li>A dispatch of a request that is known already opens the same recorder again: it belongs to the same request,
 *       on whatever thread.
 *   <li>For a new request a recorder is opened, and the current thread works for it until the chain returns.
 *   <li>The request ends when its container says that the answer is complete (see {@link ContainerRequest}) and the
 *       chain has returned; where the container can't say, when the chain has returned or the asynchronous cycle is
 *       complete.
 * </ol>
 *
 * An exception passes as it is; only its class is noted. A valid {@code traceparent} of the request, and its
 * {@code tracestate}, are kept for the calls that it makes.
 */
public final class TracingFilter implements Filter {

    private final Tracer tracer;
    private final IgnoredPaths ignored;
    private final OpenRequests open = new OpenRequests();
    private final ContainerTypes containerTypes = new ContainerTypes();
    private final StaticResources staticResources = new StaticResources();
    private volatile @Nullable TomcatRequests tomcat;

    private TracingFilter(Tracer tracer, IgnoredPaths ignored) {
        this.tracer = tracer;
        this.ignored = ignored;
    }

    /** A filter that records all requests but those whose path begins with one of these prefixes. */
    public static TracingFilter create(Tracer tracer, List<String> ignoredPrefixes) {
        return new TracingFilter(tracer, new IgnoredPaths(ignoredPrefixes));
    }

    /** How many requests are not over yet. */
    int openRequests() {
        return open.size();
    }

    @Override
    public void init(FilterConfig config) {
        tomcat = TomcatRequests.listenForEnds(config.getServletContext(), open);
    }

    @Override
    public void destroy() {
        TomcatRequests listening = tomcat;
        if (listening != null) {
            listening.stop();
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        OpenRequest opened = opened(request, response);
        if (opened == null) {
            chain.doFilter(request, response);
            return;
        }
        opened.entered();
        Scope scope = tracer.currentTrace().open(opened.recorder());
        try {
            chain.doFilter(request, response);
        } catch (Throwable thrown) {
            opened.failed(thrown);
            throw thrown;
        } finally {
            scope.close();
            opened.left(request);
        }
    }

    /** The open request that this dispatch belongs to, or null where it is not to be recorded. */
    private @Nullable OpenRequest opened(ServletRequest request, ServletResponse response) {
        try {
            if (request instanceof HttpServletRequest http
                    && response instanceof HttpServletResponse answer
                    && !isRecordedAlready()
                    && !ignored.matches(http)) {
                OpenRequest known = open.find(http);
                return known != null ? known : start(http, answer);
            }
        } catch (RuntimeException | LinkageError failure) {
            Failures.log(failure);
        }
        return null;
    }

    /** Whether the same thread came by before: through another filter, or this one mapped twice. */
    private boolean isRecordedAlready() {
        TraceRecorder current = tracer.currentTrace().request();
        return current != null && !current.isFinished();
    }

    /** Null where the request itself was not recorded, so neither is what it is dispatched to. */
    private @Nullable OpenRequest start(HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return null;
        }
        ContainerRequest container = ContainerRequest.of(request, response, tomcat != null, containerTypes);
        StaticResource staticResource = staticResources.asked(request);
        OpenRequest started =
                new OpenRequest(tracer.start(requestLine(request)), container, Unwrapped.of(response), staticResource);
        open.add(request, started);
        return started;
    }

    private static RequestLine requestLine(HttpServletRequest request) {
        String query = request.getQueryString();
        String target = query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
        return new RequestLine(request.getMethod(), target, request.getProtocol(), traceContext(request));
    }

    /** Two traceparents are as good as none; of tracestate there may be several. */
    private static @Nullable TraceContext traceContext(HttpServletRequest request) {
        String traceparent = request.getHeader(TraceContext.TRACEPARENT);
        if (traceparent == null
                || Collections.list(request.getHeaders(TraceContext.TRACEPARENT))
                                .size()
                        != 1) {
            return null;
        }
        List<String> states = Collections.list(request.getHeaders(TraceContext.TRACESTATE));
        return TraceContext.of(traceparent, states.isEmpty() ? null : String.join(",", states));
    }
}

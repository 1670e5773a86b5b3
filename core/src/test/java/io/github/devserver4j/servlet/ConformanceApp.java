package io.github.devserver4j.servlet;

import io.github.devserver4j.DevServerFilter;
import io.github.devserver4j.testing.TestCall;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TraceRecorder;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequestAttributeEvent;
import jakarta.servlet.ServletRequestAttributeListener;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The web application that the conformance suite asks: one path for each thing a servlet can do. */
final class ConformanceApp {

    /** What streams send in one piece; larger than any container's buffers. */
    static final int LARGE = 300_000;

    /** Streams wait for a permit before each part but the first. */
    final Semaphore mayGoOn = new Semaphore(0);

    private final CurrentTrace current;

    ConformanceApp(CurrentTrace current) {
        this.current = current;
    }

    void addTo(ServletContext context) {
        add(context, "/sync", (request, response) -> answer(response, "hello"));
        add(context, "/echo", (request, response) -> {
            byte[] body = request.getInputStream().readAllBytes();
            call("echo");
            answer(response, new String(body, StandardCharsets.UTF_8));
        });
        add(context, "/forward", (request, response) -> {
            call("before");
            request.getRequestDispatcher("/target").forward(request, response);
            call("after");
        });
        add(context, "/include", (request, response) -> {
            response.getWriter().write("[");
            request.getRequestDispatcher("/target").include(request, response);
            response.getWriter().write("]");
        });
        add(context, "/target", (request, response) -> {
            call("target");
            answer(response, "target");
        });
        add(context, "/close", (request, response) -> {
            answer(response, "closed");
            response.getWriter().close();
            call("after closing");
        });
        addErrors(context);
        addAsync(context);
        addStreams(context);
        addSpecials(context);
    }

    private void addErrors(ServletContext context) {
        add(context, "/error418", (request, response) -> {
            call("before");
            response.sendError(418);
        });
        add(context, "/error409", (request, response) -> response.sendError(409, "conflict"));
        add(context, "/page418", (request, response) -> {
            call("error page");
            answer(response, "teapot " + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        });
        add(context, "/exception", (request, response) -> {
            call("before");
            throw new IllegalStateException("exception");
        });
        add(context, "/servlet-exception", (request, response) -> {
            throw new ServletException(new UnsupportedOperationException("cause"));
        });
        add(context, "/java-error", (request, response) -> {
            throw new AssertionError("error");
        });
        add(context, "/paged-exception", (request, response) -> {
            throw new PagedException();
        });
        add(context, "/exception-page", (request, response) -> {
            call("exception page");
            answer(response, "sorry " + request.getAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE));
        });
        add(context, "/committed-exception", (request, response) -> {
            answer(response, "begun");
            response.flushBuffer();
            throw new IllegalStateException("too late");
        });
    }

    private void addAsync(ServletContext context) {
        add(context, "/async-complete", (request, response) -> {
            AsyncContext async = request.startAsync();
            TraceRecorder recorder = current.get();
            call("on the container's thread");
            new Thread(() -> workFor(recorder, () -> {
                        call("on another thread");
                        answer((HttpServletResponse) async.getResponse(), "asynchronous");
                        async.complete();
                    }))
                    .start();
        });
        add(context, "/async-complete-at-once", (request, response) -> {
            AsyncContext async = request.startAsync();
            answer(response, "at once");
            async.complete();
            call("after complete");
        });
        add(context, "/async-dispatch", (request, response) -> dispatch(request, 1));
        add(context, "/async-dispatch-twice", (request, response) -> dispatch(request, 2));
        add(context, "/async-dispatch-at-once", (request, response) -> {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                call("dispatched");
                answer(response, "dispatched at once");
            } else {
                request.startAsync().dispatch();
            }
        });
        add(context, "/async-dispatch-throws", (request, response) -> {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                throw new IllegalStateException("dispatched");
            }
            AsyncContext async = request.startAsync();
            new Thread(async::dispatch).start();
        });
        add(context, "/async-timeout", (request, response) -> {
            request.startAsync().setTimeout(200);
            call("before");
        });
        add(context, "/async-timeout-answered", (request, response) -> {
            AsyncContext async = request.startAsync();
            async.setTimeout(200);
            async.addListener(new TimeoutAnswer());
        });
    }

    private void dispatch(HttpServletRequest request, int times) {
        Integer done = (Integer) request.getAttribute("dispatches");
        int round = done == null ? 0 : done;
        call("round " + round);
        AsyncContext async = request.startAsync();
        if (round < times) {
            request.setAttribute("dispatches", round + 1);
            new Thread(async::dispatch).start();
        } else {
            async.dispatch("/target");
        }
    }

    private void addStreams(ServletContext context) {
        add(context, "/stream", (request, response) -> {
            ServletOutputStream out = response.getOutputStream();
            for (int part = 0; part < 3; part++) {
                if (part > 0) {
                    mayGoOn.acquireUninterruptibly();
                }
                out.write(new byte[LARGE]);
                out.flush();
            }
        });
        add(context, "/events", (request, response) -> {
            AsyncContext async = request.startAsync();
            async.setTimeout(0);
            TraceRecorder recorder = current.get();
            response.setContentType("text/event-stream");
            response.flushBuffer();
            new Thread(() -> workFor(recorder, () -> {
                        for (int event = 0; event < 3; event++) {
                            mayGoOn.acquireUninterruptibly();
                            call("event " + event);
                            response.getOutputStream().print("data: " + event + "\n\n");
                            response.flushBuffer();
                        }
                        async.complete();
                    }))
                    .start();
        });
        add(context, "/endless", (request, response) -> {
            try {
                for (int part = 0; part < 100_000; part++) {
                    response.getOutputStream().write(new byte[LARGE]);
                    response.flushBuffer();
                }
            } catch (IOException disconnected) {
                call("disconnected");
            }
        });
        add(context, "/non-blocking", (request, response) -> {
            AsyncContext async = request.startAsync();
            ServletOutputStream out = response.getOutputStream();
            out.setWriteListener(new Writer(async, out));
        });
    }

    private void addSpecials(ServletContext context) {
        add(context, "/not-modified", (request, response) -> response.setStatus(304));
        add(context, "/no-content", (request, response) -> response.setStatus(204));
        add(context, "/upgrade", (request, response) -> request.upgrade(Echo.class));
        add(context, "/identity", (request, response) -> {
            String identity =
                    request.getClass().getName() + " " + response.getClass().getName();
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                answer(response, request.getAttribute("identity") + " " + identity);
                return;
            }
            AsyncContext async = request.startAsync(request, response);
            boolean same = async.getRequest().equals(request)
                    && async.getResponse().equals(response); // containers' objects have no equals of their own
            request.setAttribute("identity", identity + " " + same + " " + async.hasOriginalRequestAndResponse());
            async.dispatch();
        });
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        context.addListener(new AttributeEvents(events));
        add(context, "/attributes", (request, response) -> {
            if (request.getDispatcherType() == DispatcherType.REQUEST) {
                events.clear();
                request.setAttribute("mine", 1);
                request.startAsync().dispatch("/attributes");
            } else {
                answer(response, Collections.list(request.getAttributeNames()) + " " + events);
            }
        });
        add(context, "/ignored", (request, response) -> answer(response, "ignored"));
        add(context, "/favicon.ico", (request, response) -> answer(response, "icon"));
        add(context, "/wrapped", (request, response) -> {
            call(request.getClass().getSimpleName());
            request.getRequestDispatcher("/target").forward(request, response);
        });
        add(context, "/wrapped-async", (request, response) -> dispatch(request, 1));
        FilterRegistration.Dynamic answering = context.addFilter("answering", new Answering());
        answering.setAsyncSupported(true);
        answering.addMappingForUrlPatterns(DevServerFilter.dispatcherTypes(), true, "*.action");
        FilterRegistration.Dynamic wrapping = context.addFilter("wrapping", new Wrapping());
        wrapping.setAsyncSupported(true);
        wrapping.addMappingForUrlPatterns(DevServerFilter.dispatcherTypes(), true, "/wrapped", "/wrapped-async");
    }

    private static void add(ServletContext context, String path, Action action) {
        ServletRegistration.Dynamic registration = context.addServlet(path, action.servlet());
        registration.setAsyncSupported(true);
        registration.addMapping(path);
    }

    private void call(String text) {
        TestCall.record(current, text);
    }

    private static void answer(HttpServletResponse response, String text) throws IOException {
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().write(text);
    }

    private void workFor(@Nullable TraceRecorder recorder, Work work) {
        try (Scope scope = recorder == null ? () -> {} : current.open(recorder)) {
            work.run();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** There is a page for it. */
    static final class PagedException extends RuntimeException {}

    /** As frameworks do that are filters: no servlet is mapped to what they answer. */
    private static final class Answering extends HttpFilter {
        private static final long serialVersionUID = 1;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException {
            answer(response, "action");
        }
    }

    private static final class Wrapping extends HttpFilter {
        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(new HttpServletRequestWrapper(request), new HttpServletResponseWrapper(response));
        }
    }

    private static final class TimeoutAnswer implements AsyncListener {
        @Override
        public void onTimeout(AsyncEvent event) throws IOException {
            HttpServletResponse response =
                    (HttpServletResponse) event.getAsyncContext().getResponse();
            response.setStatus(503);
            answer(response, "too slow");
            event.getAsyncContext().complete();
        }

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }

    private static final class Writer implements WriteListener {
        private final AsyncContext async;
        private final ServletOutputStream out;
        private int parts;

        Writer(AsyncContext async, ServletOutputStream out) {
            this.async = async;
            this.out = out;
        }

        @Override
        public void onWritePossible() throws IOException {
            while (out.isReady()) {
                if (parts == 3) {
                    async.complete();
                    return;
                }
                parts++;
                out.write(new byte[LARGE]);
            }
        }

        @Override
        public void onError(Throwable failure) {
            async.complete();
        }
    }

    /** Sends back what comes until the client sends no more. */
    public static final class Echo implements HttpUpgradeHandler {
        @Override
        public void init(WebConnection connection) {
            try {
                ServletInputStream in = connection.getInputStream();
                in.setReadListener(new EchoListener(connection, in, connection.getOutputStream()));
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        }

        @Override
        public void destroy() {}
    }

    private record EchoListener(WebConnection connection, ServletInputStream in, ServletOutputStream out)
            implements ReadListener {
        @Override
        public void onDataAvailable() throws IOException {
            byte[] buffer = new byte[16];
            while (in.isReady()) {
                int length = in.read(buffer);
                if (length < 0) {
                    onAllDataRead();
                    return;
                }
                out.write(buffer, 0, length);
                out.flush();
            }
        }

        @Override
        public void onAllDataRead() {
            try {
                connection.close();
            } catch (Exception closed) {
                // by the client
            }
        }

        @Override
        public void onError(Throwable failure) {
            onAllDataRead();
        }
    }

    private record AttributeEvents(List<String> events) implements ServletRequestAttributeListener {
        @Override
        public void attributeAdded(ServletRequestAttributeEvent event) {
            events.add("added " + event.getName());
        }

        @Override
        public void attributeRemoved(ServletRequestAttributeEvent event) {
            events.add("removed " + event.getName());
        }

        @Override
        public void attributeReplaced(ServletRequestAttributeEvent event) {
            events.add("replaced " + event.getName());
        }
    }
}

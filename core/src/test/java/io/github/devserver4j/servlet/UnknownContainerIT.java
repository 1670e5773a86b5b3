package io.github.devserver4j.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The conformance suite on a container whose requests say nothing of it: what is around the filter under test
 * hides Jetty's request from it.
 */
final class UnknownContainerIT extends ServletConformance {

    private final Map<ServletRequest, Hiding> hidden = new ConcurrentHashMap<>();

    UnknownContainerIT() {
        super(JettyTestServer::start);
    }

    @Override
    Filter underTest(TracingFilter tracing) {
        return new HiddenContainer(tracing);
    }

    /** Known where the container has committed the answer before the end that a filter sees. */
    @Override
    String comparable(String block) {
        return block.replaceAll("(\" [0-9]{3}) ([0-9]+|-) ", "$1 LENGTH ");
    }

    @Override
    boolean seesErrorPages() {
        return false;
    }

    /** One and the same object at each dispatch, as a container's own request is. */
    private HttpServletRequest hide(HttpServletRequest request) {
        Hiding hiding = hidden.computeIfAbsent(Unwrapped.of(request), r -> new Hiding());
        hiding.request = request;
        return hiding.proxy;
    }

    private static final class Hiding implements InvocationHandler {
        private final HttpServletRequest proxy = (HttpServletRequest)
                Proxy.newProxyInstance(Hiding.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, this);
        private volatile @Nullable HttpServletRequest request;

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(request, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }
    }

    private final class HiddenContainer extends HttpFilter {
        private final transient TracingFilter tracing;

        HiddenContainer(TracingFilter tracing) {
            this.tracing = tracing;
        }

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            tracing.doFilter(hide(request), response, (passed, answer) -> chain.doFilter(request, answer));
        }
    }
}

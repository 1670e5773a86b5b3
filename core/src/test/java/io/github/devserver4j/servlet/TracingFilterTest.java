package io.github.devserver4j.servlet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.ScopeMeter;
import io.github.devserver4j.trace.Ticker;
import io.github.devserver4j.trace.TraceDispatcher;
import io.github.devserver4j.trace.TraceRecorder;
import io.github.devserver4j.trace.TraceSettings;
import io.github.devserver4j.trace.Tracer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to the application when a part of devserver, or its container, does not do what it should. */
final class TracingFilterTest {

    private final TraceDispatcher dispatcher = TraceDispatcher.start(List.of());
    private final AtomicInteger passed = new AtomicInteger();
    private final FilterChain chain = (request, response) -> passed.incrementAndGet();

    @AfterEach
    void close() {
        dispatcher.close();
    }

    @Test
    void aContainerThatThrowsAtEverythingGetsItsRequestThroughOnce() throws Exception {
        TracingFilter filter = filter(CurrentTrace.create());
        filter.doFilter(request(Map.of()), response(Map.of()), chain);
        assertThat(passed).hasValue(1);
        assertThat(filter.openRequests()).isZero();
    }

    @Test
    void aContainerThatThrowsAtTheEndGetsItsRequestThroughOnce() throws Exception {
        TracingFilter filter = filter(CurrentTrace.create());
        filter.doFilter(request(plain()), response(Map.of()), chain);
        assertThat(passed).hasValue(1);
        assertThat(filter.openRequests()).isZero();
    }

    @Test
    void aFaultyMeterIsNotNoticed() throws Exception {
        CurrentTrace current = CurrentTrace.create(new Faulty());
        filter(current).doFilter(request(plain()), response(Map.of("getStatus", 200)), chain);
        assertThat(passed).hasValue(1);
        assertThat(current.get()).isNull();
    }

    @Test
    void theApplicationsOwnExceptionPasses() {
        TracingFilter filter = filter(CurrentTrace.create(new Faulty()));
        ServletException own = new ServletException() {
            @Override
            public synchronized Throwable getCause() {
                throw new IllegalStateException("an exception may do anything");
            }
        };
        assertThatThrownBy(() -> filter.doFilter(request(plain()), response(Map.of()), (request, response) -> {
                    throw own;
                }))
                .isSameAs(own);
        assertThat(filter.openRequests()).isZero();
    }

    @Test
    void aRequestThatWasNotSeenAtFirstIsNotRecordedLater() throws Exception {
        Map<String, Object> error =
                Map.of("getDispatcherType", DispatcherType.ERROR, "getRequestURI", "/", "getContextPath", "");
        CurrentTrace current = CurrentTrace.create();
        filter(current).doFilter(request(error), response(Map.of()), (request, response) -> {
            assertThat(current.get()).isNull();
            passed.incrementAndGet();
        });
        assertThat(passed).hasValue(1);
    }

    @Test
    void aRequestIsARequestWhereTheBackgroundIsRecordedToo() throws Exception {
        CurrentTrace current = CurrentTrace.create();
        Tracer tracer = Tracer.create(current, new TraceSettings(Ticker.system(), 10, CallSites.off()), dispatcher);
        tracer.recordBackground();
        assertThat(requireNonNull(current.get()).request().isBackground()).isTrue();
        TracingFilter.create(tracer, List.of()).doFilter(request(plain()), response(Map.of()), (request, response) -> {
            assertThat(requireNonNull(current.get()).request().isBackground()).isFalse();
            passed.incrementAndGet();
        });
        assertThat(passed).hasValue(1);
    }

    private TracingFilter filter(CurrentTrace current) {
        TraceSettings settings = new TraceSettings(Ticker.system(), 10, CallSites.off());
        return TracingFilter.create(Tracer.create(current, settings, dispatcher), List.of("/ignored"));
    }

    private static Map<String, Object> plain() {
        return Map.of(
                "getDispatcherType", DispatcherType.REQUEST,
                "getRequestURI", "/",
                "getContextPath", "",
                "getQueryString", "x",
                "getMethod", "GET",
                "getProtocol", "HTTP/1.1",
                "getHeader", NO_MAPPING,
                "getHttpServletMapping", NO_MAPPING);
    }

    private static final Object NO_MAPPING = new Object();

    private static HttpServletRequest request(Map<String, Object> answers) {
        return (HttpServletRequest) proxy(HttpServletRequest.class, answers);
    }

    private static HttpServletResponse response(Map<String, Object> answers) {
        return (HttpServletResponse) proxy(HttpServletResponse.class, answers);
    }

    /** Throws at every method that it has no answer for. */
    private static Object proxy(Class<?> type, Map<String, Object> answers) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            @Nullable Object answer = answers.get(method.getName());
            if (answer == null) {
                throw new IllegalStateException(method.getName());
            }
            return answer.equals(NO_MAPPING) ? null : answer;
        };
        return Proxy.newProxyInstance(TracingFilterTest.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static final class Faulty implements ScopeMeter {
        @Override
        public long begin() {
            throw new IllegalStateException("faulty");
        }

        @Override
        public void end(TraceRecorder recorder, long begin) {
            throw new IllegalStateException("faulty");
        }
    }
}

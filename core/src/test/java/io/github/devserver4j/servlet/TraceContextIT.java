package io.github.devserver4j.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.httpclient.jdk.JdkHttpTracing;
import io.github.devserver4j.trace.ApplicationCode;
import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Ticker;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceDispatcher;
import io.github.devserver4j.trace.TraceListener;
import io.github.devserver4j.trace.TraceSettings;
import io.github.devserver4j.trace.Tracer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trace that a client names, from a real container through a servlet to the service that it calls. */
@Tag("clients")
final class TraceContextIT {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final BlockingQueue<Trace> traces = new LinkedBlockingQueue<>();
    private final TraceListener listener = traces::add;
    private final TraceDispatcher dispatcher = TraceDispatcher.start(List.of(listener));
    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final HttpClient outgoing = JdkHttpTracing.create(currentTrace).wrap(HttpClient.newHttpClient());
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path files) throws Exception {
        TraceSettings settings = new TraceSettings(Ticker.system(), 100, CallSites.of(ApplicationCode.in(List.of())));
        TracingFilter filter =
                TracingFilter.create(Tracer.create(currentTrace, settings, dispatcher), List.of("/told"));
        server = JettyTestServer.start(new TestServer.WebApp(
                context -> {
                    var registration = context.addFilter("devserver", filter);
                    registration.setAsyncSupported(true);
                    registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
                    context.addServlet("calling", new CallingServlet()).addMapping("/calling");
                    context.addServlet("told", new ToldServlet()).addMapping("/told");
                },
                Map.of(),
                Map.of(),
                files));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        dispatcher.close();
    }

    @Test
    void itReachesTheServiceThatTheServletCalls() throws Exception {
        assertThat(answer("traceparent", TRACEPARENT, "tracestate", "a=1", "tracestate", "b=2"))
                .isEqualTo("[" + TRACEPARENT + "] [a=1,b=2]");
        Trace trace = Objects.requireNonNull(traces.poll(10, TimeUnit.SECONDS));
        assertThat(trace.calls()).hasSize(1);
        assertThat(trace.calls().get(0).summary()).startsWith("GET http://").contains("/told 200 ");
    }

    @Test
    void anInvalidOneAndNoneArePassedByNobody() throws Exception {
        assertThat(answer("traceparent", "00-nonsense", "tracestate", "a=1")).isEqualTo("[] []");
        assertThat(answer("traceparent", TRACEPARENT, "traceparent", TRACEPARENT))
                .isEqualTo("[] []");
        assertThat(answer("tracestate", "a=1")).isEqualTo("[] []");
    }

    private String answer(String... headers) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri("/calling")).headers(headers).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private URI uri(String path) {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        return URI.create("http://" + host + ":" + server.port() + path);
    }

    @SuppressWarnings("serial")
    private final class CallingServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                HttpRequest call = HttpRequest.newBuilder(uri("/told")).build();
                response.getWriter()
                        .print(outgoing.send(call, BodyHandlers.ofString()).body());
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }
    }

    @SuppressWarnings("serial")
    private static final class ToldServlet extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .print(Collections.list(request.getHeaders("traceparent")) + " "
                            + Collections.list(request.getHeaders("tracestate")));
        }
    }
}

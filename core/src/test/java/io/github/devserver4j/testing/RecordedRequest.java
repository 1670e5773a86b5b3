package io.github.devserver4j.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.ApplicationCode;
import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.RequestLine;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.Ticker;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceContext;
import io.github.devserver4j.trace.TraceDispatcher;
import io.github.devserver4j.trace.TraceListener;
import io.github.devserver4j.trace.TraceRecorder;
import io.github.devserver4j.trace.TraceSettings;
import io.github.devserver4j.trace.Tracer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One request of a test on the current thread, from its opening until its trace is told. */
public final class RecordedRequest implements AutoCloseable {

    private final BlockingQueue<Trace> traces = new LinkedBlockingQueue<>();
    private final TraceListener listener = traces::add;
    private final TraceDispatcher dispatcher = TraceDispatcher.start(List.of(listener));
    private final TraceRecorder recorder;
    private final Scope scope;

    private RecordedRequest(CurrentTrace currentTrace, int callLimit, CallSites callSites) {
        this(currentTrace, callLimit, callSites, new RequestLine("GET", "/", "HTTP/1.1"));
    }

    private RecordedRequest(CurrentTrace currentTrace, int callLimit, CallSites callSites, RequestLine request) {
        TraceSettings settings = new TraceSettings(Ticker.system(), callLimit, callSites);
        recorder = Tracer.create(currentTrace, settings, dispatcher).start(request);
        scope = currentTrace.open(recorder);
    }

    /** A request whose calls' places in the code are not looked up. */
    public static RecordedRequest open(CurrentTrace currentTrace) {
        return open(currentTrace, 1_000_000);
    }

    /** A request whose calls' places in the code are looked up; a test's own lines are the application's. */
    public static RecordedRequest openSited(CurrentTrace currentTrace) {
        return new RecordedRequest(currentTrace, 1_000_000, CallSites.of(ApplicationCode.in(List.of())));
    }

    /** A request that keeps {@code callLimit} calls one by one. */
    public static RecordedRequest open(CurrentTrace currentTrace, int callLimit) {
        return new RecordedRequest(currentTrace, callLimit, CallSites.off());
    }

    /** A request that its client says belongs to a trace. */
    public static RecordedRequest open(CurrentTrace currentTrace, TraceContext context) {
        RequestLine request = new RequestLine("GET", "/", "HTTP/1.1", context);
        return new RecordedRequest(currentTrace, 1_000_000, CallSites.off(), request);
    }

    /** Ends the request and gives what was recorded. */
    public Trace finish() throws InterruptedException {
        scope.close();
        recorder.finish(200, 0);
        Trace trace = traces.poll(10, SECONDS);
        assertThat(trace).isNotNull();
        return Objects.requireNonNull(trace);
    }

    /** Ends the request and gives its calls, all of which must be of this class. */
    public <C extends Call> List<C> finishedCalls(Class<C> type) throws InterruptedException {
        return finish().calls().stream().map(type::cast).toList();
    }

    @Override
    public void close() {
        scope.close();
        dispatcher.close();
    }
}

package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.RequestLine;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceDispatcher;
import io.github.devserver4j.trace.TraceListener;
import io.github.devserver4j.trace.TraceRecorder;
import io.github.devserver4j.trace.TraceSettings;
import io.github.devserver4j.trace.Tracer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs work as a request would and gives what was recorded of it. */
final class RecordedTrace implements AutoCloseable {

    final CurrentTrace currentTrace = CurrentTrace.create();
    final JdbcTracing tracing = JdbcTracing.create(currentTrace, Secrets.defaults());
    private final BlockingQueue<Trace> traces = new LinkedBlockingQueue<>();
    private final TraceDispatcher dispatcher;
    private final Tracer tracer;

    RecordedTrace() {
        this(TraceSettings.defaults());
    }

    RecordedTrace(TraceSettings settings) {
        TraceListener listener = traces::add;
        dispatcher = TraceDispatcher.start(List.of(listener));
        tracer = Tracer.create(currentTrace, settings, dispatcher);
    }

    TraceRecorder start() {
        return tracer.start(new RequestLine("GET", "/", "HTTP/1.1"));
    }

    Trace of(Work work) throws Exception {
        TraceRecorder recorder = start();
        within(recorder, work);
        return finish(recorder);
    }

    /** Works for a request that goes on afterwards. */
    void within(TraceRecorder recorder, Work work) throws Exception {
        Scope scope = currentTrace.open(recorder);
        try {
            work.run();
        } finally {
            scope.close();
        }
    }

    Trace finish(TraceRecorder recorder) throws InterruptedException {
        recorder.finish(200, 0);
        Trace trace = traces.poll(10, TimeUnit.SECONDS);
        if (trace == null) {
            throw new AssertionError("the request was not reported");
        }
        return trace;
    }

    /** The only statement that was recorded. */
    SqlCall call(Work work) throws Exception {
        List<SqlCall> calls = calls(work);
        if (calls.size() != 1) {
            throw new AssertionError("one call expected, not " + calls);
        }
        return calls.get(0);
    }

    List<SqlCall> calls(Work work) throws Exception {
        return of(work).calls().stream()
                .filter(SqlCall.class::isInstance)
                .map(SqlCall.class::cast)
                .toList();
    }

    List<Call> allCalls(Work work) throws Exception {
        return of(work).calls();
    }

    @Override
    public void close() {
        dispatcher.close();
    }

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}

package io.github.devserver4j.trace;

import java.util.concurrent.atomic.AtomicLong;

/** Opens a recorder for each request. Thread-safe. */
public final class Tracer {

    private final CurrentTrace currentTrace;
    private final TraceSettings settings;
    private final TraceSink sink;
    private final AtomicLong ids = new AtomicLong();

    private Tracer(CurrentTrace currentTrace, TraceSettings settings, TraceSink sink) {
        this.currentTrace = currentTrace;
        this.settings = settings;
        this.sink = sink;
    }

    /** A tracer whose recorders report to {@code sink}. */
    public static Tracer create(CurrentTrace currentTrace, TraceSettings settings, TraceSink sink) {
        return new Tracer(currentTrace, settings, sink);
    }

    /** Which request a thread works for. */
    public CurrentTrace currentTrace() {
        return currentTrace;
    }

    /** Opens the recorder of a new request. It lives until it is finished or discarded. */
    public TraceRecorder start(RequestLine request) {
        TraceRecorder recorder = new TraceRecorder(ids.incrementAndGet(), request, settings, sink);
        sink.onStart(recorder);
        return recorder;
    }
}

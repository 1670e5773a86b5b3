package io.github.devserver4j.trace;

import java.util.concurrent.atomic.AtomicLong;

/** Opens a recorder for each request. Thread-safe. */
public final class Tracer {

    private final CurrentTrace currentTrace;
    private final TraceSettings settings;
    private final TraceSink sink;
    private final AtomicLong ids = new AtomicLong();
    private volatile boolean backgroundRecorded;

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

    /** From now on calls that no request has made are recorded as well, by thread or {@linkplain #task task}. */
    public void recordBackground() {
        BackgroundTraces background = new BackgroundTraces(this, sink);
        sink.onBackground(background);
        currentTrace.recordBackground(background);
        backgroundRecorded = true;
    }

    /**
     * Begins a task of the current thread that no request asked for, such as a scheduled one: until the scope is closed
     * its calls are recorded under this name. Records nothing if calls in the background are not recorded, or the thread
     * works for a request.
     */
    public Scope task(String name) {
        if (!backgroundRecorded || currentTrace.request() != null) {
            return () -> {};
        }
        TraceRecorder recorder = start(RequestLine.background(name));
        Scope scope = currentTrace.open(recorder);
        return () -> {
            scope.close();
            recorder.finish(0, ResponseLine.UNKNOWN_LENGTH);
        };
    }

    /** Opens the recorder of a new request. It lives until it is finished or discarded. */
    public TraceRecorder start(RequestLine request) {
        TraceRecorder recorder = new TraceRecorder(ids.incrementAndGet(), request, settings, sink);
        sink.onStart(recorder);
        return recorder;
    }
}

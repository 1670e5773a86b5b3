package io.github.devserver4j.trace;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What threads do that work for no request: at start-up, in schedulers, in consumers of queues. What a thread does without
 * a pause of half a second is one trace, under the thread's name; after two seconds a new one begins. Thread-safe.
 */
public final class BackgroundTraces {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** A call that has not returned for so long, as a stream that nobody reads, is told as it is. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** Past this many threads at a time, which are virtual ones, the calls of others are not recorded. */
    private static final int MAX_THREADS = 1_000;

    private final Tracer tracer;
    private final TraceSink sink;
    private final Map<Thread, TraceRecorder> byThread = new ConcurrentHashMap<>();

    /** Those that are no longer added to, and wait for the last of their calls. */
    private final Set<TraceRecorder> detached = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    BackgroundTraces(Tracer tracer, TraceSink sink) {
        this.tracer = tracer;
        this.sink = sink;
    }

    /** What the current thread's calls are added to. Throws nothing. */
    @Nullable
    TraceRecorder recorder() {
        Thread thread = Thread.currentThread();
        TraceRecorder known = byThread.get(thread);
        if (known != null && !known.isFinished()) {
            return known;
        }
        if (closed || byThread.size() >= MAX_THREADS || sink.isOwnThread(thread)) {
            return null;
        }
        TraceRecorder begun = tracer.start(RequestLine.background(nameOf(thread)));
        begun.whenLate(call -> addLate(begun.request(), call));
        byThread.put(thread, begun);
        return begun;
    }

    /** A virtual thread has no name unless it is given one. */
    private static String nameOf(Thread thread) {
        return thread.getName().isEmpty() ? "thread " + thread.getId() : thread.getName();
    }

    /** A call that nobody was told of before it returned, after its thread was taken to pause, has a trace of its own. */
    private void addLate(RequestLine thread, Call call) {
        if (!closed) {
            TraceRecorder late = tracer.start(thread);
            late.add(call);
            late.finishAtLastCall();
        }
    }

    /** Ends the traces of threads that pause, and of those that don't for long. */
    void finishIdle() {
        byThread.forEach((thread, recorder) -> {
            boolean pauses = recorder.idleNanos() >= PAUSE_NANOS;
            if ((pauses || recorder.ageNanos() >= MAX_AGE_NANOS) && byThread.remove(thread, recorder)) {
                detached.add(recorder);
            }
        });
        detached.removeIf(recorder -> {
            boolean ends = recorder.idleNanos() > 0 || recorder.ageNanos() >= PATIENCE_NANOS;
            if (ends) {
                recorder.finishAtLastCall(); // a second time has no effect
            }
            return ends;
        });
    }

    /** Whether anything is still to be ended. */
    boolean isOpen() {
        return !byThread.isEmpty() || !detached.isEmpty();
    }

    /** Ends all; nothing is recorded from now on. */
    void close() {
        closed = true;
        detached.addAll(byThread.values());
        byThread.clear();
        detached.forEach(TraceRecorder::finishAtLastCall);
        detached.clear();
    }
}

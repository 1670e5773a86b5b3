package io.github.devserver4j.trace;

import java.util.Map;
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

    /** Past this many threads at a time, which are virtual ones, the calls of others are not recorded. */
    private static final int MAX_THREADS = 1_000;

    private static final String OWN_THREADS = "devserver";

    private final Tracer tracer;
    private final Map<Thread, TraceRecorder> byThread = new ConcurrentHashMap<>();

    BackgroundTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** What the current thread's calls are added to. Throws nothing. */
    @Nullable
    TraceRecorder recorder() {
        Thread thread = Thread.currentThread();
        TraceRecorder known = byThread.get(thread);
        if (known != null && !known.isFinished()) {
            return known;
        }
        if (byThread.size() >= MAX_THREADS || thread.getName().startsWith(OWN_THREADS)) {
            return null;
        }
        TraceRecorder begun = tracer.start(RequestLine.background(nameOf(thread)));
        byThread.put(thread, begun);
        return begun;
    }

    /** A virtual thread has no name unless it is given one. */
    private static String nameOf(Thread thread) {
        return thread.getName().isEmpty() ? "thread " + thread.getId() : thread.getName();
    }

    /** Ends the traces of threads that pause, and of those that don't for long. */
    void finishIdle() {
        byThread.forEach((thread, recorder) -> {
            long idle = recorder.idleNanos();
            if (idle >= PAUSE_NANOS || (idle > 0 && recorder.ageNanos() >= MAX_AGE_NANOS)) {
                finish(thread, recorder);
            }
        });
    }

    /** Ends all. */
    void finishAll() {
        byThread.forEach(this::finish);
    }

    private void finish(Thread thread, TraceRecorder recorder) {
        byThread.remove(thread, recorder);
        recorder.finishAtLastCall();
    }
}

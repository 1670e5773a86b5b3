package io.github.devserver4j.hibernate;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.event.spi.FlushEvent;
import org.jspecify.annotations.Nullable;

/** The flushes that are under way: a thread has one at a time. Thread-safe. */
final class Flushes {

    private final CurrentTrace currentTrace;
    private final Map<Thread, OpenFlush> open = new ConcurrentHashMap<>();

    Flushes(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    /** Called before a flush; null where nobody listens. */
    @Nullable
    OpenFlush begin() {
        TraceRecorder recorder = currentTrace.get();
        if (recorder == null) {
            return null;
        }
        OpenFlush flush = new OpenFlush(recorder, recorder.now(), open.get(Thread.currentThread()));
        open.put(Thread.currentThread(), flush);
        return flush;
    }

    /** Called after it, also if it has failed. */
    void end(@Nullable OpenFlush flush, FlushEvent event, boolean beforeQuery, boolean done) {
        if (flush == null) {
            return;
        }
        if (flush.enclosing == null) {
            open.remove(Thread.currentThread());
        } else {
            open.put(Thread.currentThread(), flush.enclosing);
        }
        try {
            flush.record(event, beforeQuery, done);
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
    }

    /** An entity was written by the current thread. */
    void written() {
        OpenFlush flush = open.isEmpty() ? null : open.get(Thread.currentThread());
        if (flush != null) {
            flush.written++;
        }
    }

    /** Used by its thread alone. */
    static final class OpenFlush {
        private final TraceRecorder recorder;
        private final long startNanos;
        private final @Nullable OpenFlush enclosing;
        private int written;

        OpenFlush(TraceRecorder recorder, long startNanos, @Nullable OpenFlush enclosing) {
            this.recorder = recorder;
            this.startNanos = startNanos;
            this.enclosing = enclosing;
        }

        /** A session without entities has nothing to flush. */
        private void record(FlushEvent event, boolean beforeQuery, boolean done) {
            int checked = event.getNumberOfEntitiesProcessed();
            if (checked > 0 || written > 0) {
                long duration = recorder.now() - startNanos;
                recorder.add(new FlushCall(startNanos, duration, beforeQuery, done, checked, written));
            }
        }
    }
}

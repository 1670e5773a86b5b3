package io.github.devserver4j.context;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TraceRecorder;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/** Reads and sets which request a thread works for, on behalf of Micrometer's context-propagation. Thread-safe. */
final class TraceAccessor implements ThreadLocalAccessor<TraceRecorder> {

    private final CurrentTrace currentTrace;

    TraceAccessor(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    /** Each devserver has its own. */
    @Override
    public Object key() {
        return currentTrace;
    }

    @Override
    public @Nullable TraceRecorder getValue() {
        return currentTrace.request();
    }

    @Override
    public void setValue(TraceRecorder recorder) {
        currentTrace.set(recorder);
    }

    @Override
    public void setValue() {
        currentTrace.set(null);
    }

    @Override
    public void restore(TraceRecorder previous) {
        currentTrace.set(previous);
    }

    @Override
    public void restore() {
        currentTrace.set(null);
    }
}

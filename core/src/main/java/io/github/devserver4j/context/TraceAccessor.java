package io.github.devserver4j.context;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TraceRecorder;
import io.micrometer.context.ThreadLocalAccessor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Reads and sets which request a thread works for, on behalf of Micrometer's context-propagation. Thread-safe. */
final class TraceAccessor implements ThreadLocalAccessor<TraceRecorder> {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Object key = "devserver " + NUMBERS.incrementAndGet();
    private volatile @Nullable CurrentTrace currentTrace;

    TraceAccessor(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    /** Each devserver has its own. */
    @Override
    public Object key() {
        return key;
    }

    @Override
    public @Nullable TraceRecorder getValue() {
        CurrentTrace current = currentTrace;
        return current == null ? null : current.request();
    }

    @Override
    public void setValue(TraceRecorder recorder) {
        set(recorder);
    }

    @Override
    public void setValue() {
        set(null);
    }

    @Override
    public void restore(TraceRecorder previous) {
        set(previous);
    }

    @Override
    public void restore() {
        set(null);
    }

    private void set(@Nullable TraceRecorder recorder) {
        CurrentTrace current = currentTrace;
        if (current != null) {
            current.set(recorder);
        }
    }

    /** From now on there is no request to carry. */
    void forget() {
        currentTrace = null;
    }
}

package io.github.devserver4j.httpclient.okhttp;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/**
 * Gives each call that is made in a request a listener that records it. Thread-safe.
 *
 * <p>An interceptor can't ask a call for its listener, so those that have a trace to pass on are kept here as
 * long as their calls are.
 */
final class TracedCalls implements EventListener.Factory {

    private final HttpCalls calls;
    private final EventListener.Factory application;
    private final Map<Call, CallListener> listeners = Collections.synchronizedMap(new WeakHashMap<>());

    /** Whether there ever was one to keep: until then nobody need look. */
    private volatile boolean used;

    TracedCalls(HttpCalls calls, EventListener.Factory application) {
        this.calls = calls;
        this.application = application;
    }

    HttpCalls calls() {
        return calls;
    }

    /** Called by {@code newCall}, on the thread of its caller. */
    @Override
    public EventListener create(Call call) {
        EventListener listener = application.create(call);
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            return listener;
        }
        CallListener recording = new CallListener(calls, recorder, listener, this);
        try {
            if (recording.traceContext() != null) {
                listeners.put(call, recording);
                used = true;
            }
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
        return recording;
    }

    /** The listener of a call that is under way; null where it has no trace to pass on. */
    @Nullable
    CallListener listener(Call call) {
        return used ? listeners.get(call) : null;
    }

    void over(Call call) {
        listeners.remove(call);
    }
}

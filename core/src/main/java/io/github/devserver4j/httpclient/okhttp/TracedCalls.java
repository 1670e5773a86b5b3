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
 * <p>An interceptor can't ask a call for its listener, so those that are needed later are kept here as long as their
 * calls are.
 */
final class TracedCalls implements EventListener.Factory {

    private final HttpCalls calls;
    private final EventListener.Factory application;
    private final Map<Call, CallListener> listeners = Collections.synchronizedMap(new WeakHashMap<>());

    TracedCalls(HttpCalls calls, EventListener.Factory application) {
        this.calls = calls;
        this.application = application;
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
            listeners.put(call, recording);
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
        return recording;
    }

    /** The listener of a call that is under way; null where it is not recorded. */
    @Nullable
    CallListener listener(Call call) {
        return listeners.get(call);
    }

    void over(Call call) {
        listeners.remove(call);
    }
}

package io.github.devserver4j.spring.task;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;

/**
 * Keeps the request of a {@code Callable}, {@code WebAsyncTask} or {@code StreamingResponseBody} that a handler returned,
 * whatever executor it runs on. Thread-safe.
 */
final class HandlerTask implements CallableProcessingInterceptor {

    private final CurrentTrace currentTrace;

    /** Not as attributes of requests: a task may outlive its request. */
    private final Map<NativeWebRequest, Kept> byRequest = Collections.synchronizedMap(new WeakHashMap<>());

    HandlerTask(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    @Override
    public <T> void beforeConcurrentHandling(NativeWebRequest request, Callable<T> task) {
        TraceRecorder recorder = currentTrace.request();
        if (recorder != null) {
            byRequest.put(request, new Kept(recorder));
        }
    }

    @Override
    public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
        Kept kept = byRequest.get(request);
        if (kept != null) {
            kept.scope = currentTrace.open(kept.recorder);
        }
    }

    @Override
    public <T> void postProcess(NativeWebRequest request, Callable<T> task, @Nullable Object result) {
        Kept kept = byRequest.remove(request);
        if (kept != null && kept.scope != null) {
            kept.scope.close();
        }
    }

    private static final class Kept {
        private final TraceRecorder recorder;

        /** Opened and closed by the thread that runs the task. */
        private @Nullable Scope scope;

        Kept(TraceRecorder recorder) {
            this.recorder = recorder;
        }
    }
}

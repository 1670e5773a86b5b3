package io.github.devserver4j.agent;

import io.github.devserver4j.trace.TraceRecorder;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** Which request a task belongs to. Keeps neither tasks nor requests alive. Thread-safe. */
final class TaskRequests {

    private final WeakIdentityMap<WeakReference<TraceRecorder>> requests = new WeakIdentityMap<>();

    /** Remembers the request of a task; returns false, and changes nothing, if it has another one that is not over. */
    boolean add(Object task, TraceRecorder request) {
        WeakReference<TraceRecorder> reference = new WeakReference<>(request);
        WeakReference<TraceRecorder> before = requests.putIfAbsent(task, reference);
        TraceRecorder other = before == null ? null : before.get();
        if (before == null || other == request) {
            return true;
        }
        if (other == null || other.isFinished()) { // a task that was never run
            requests.put(task, reference);
            return true;
        }
        return false;
    }

    /** Remembers the request of a task, in place of the one it had before. */
    void put(Object task, TraceRecorder request) {
        requests.put(task, new WeakReference<>(request));
    }

    /** The request of a task; null if it has none. */
    @Nullable
    TraceRecorder get(Object task) {
        WeakReference<TraceRecorder> request = requests.get(task);
        return request == null ? null : request.get();
    }

    /** As {@link #get}; the task has none from now on. */
    @Nullable
    TraceRecorder remove(Object task) {
        WeakReference<TraceRecorder> request = requests.remove(task);
        return request == null ? null : request.get();
    }

    /** How many tasks have a request. */
    int size() {
        return requests.size();
    }
}

package io.github.devserver4j.agent;

import io.github.devserver4j.trace.TraceRecorder;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Which request a task belongs to, by the task's identity: its own equals and hashCode are the application's. Keeps neither
 * tasks nor requests alive. Thread-safe.
 */
final class TaskRequests {

    private final ConcurrentMap<Key, WeakReference<TraceRecorder>> requests = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /** Remembers the request of a task; returns false, and changes nothing, if it has another one already. */
    boolean add(Object task, TraceRecorder request) {
        forgetCollected();
        WeakReference<TraceRecorder> before =
                requests.putIfAbsent(new Held(task, collected), new WeakReference<>(request));
        return before == null || before.refersTo(request);
    }

    /** Remembers the request of a task, in place of the one it had before. */
    void put(Object task, TraceRecorder request) {
        forgetCollected();
        requests.put(new Held(task, collected), new WeakReference<>(request));
    }

    /** The request of a task; null if it has none. */
    @Nullable
    TraceRecorder get(Object task) {
        if (requests.isEmpty()) {
            return null;
        }
        WeakReference<TraceRecorder> request = requests.get(new Sought(task));
        return request == null ? null : request.get();
    }

    /** As {@link #get}; the task has none from now on. */
    @Nullable
    TraceRecorder remove(Object task) {
        if (requests.isEmpty()) {
            return null;
        }
        WeakReference<TraceRecorder> request = requests.remove(new Sought(task));
        return request == null ? null : request.get();
    }

    /** How many tasks have a request. */
    int size() {
        forgetCollected();
        return requests.size();
    }

    private void forgetCollected() {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            requests.remove((Key) gone);
        }
    }

    /** Equal to a key for the same object, and to itself when that has been collected. */
    private sealed interface Key {
        @Nullable
        Object task();
    }

    private static boolean same(Key one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        Object task = one.task();
        return task != null && other instanceof Key key && key.task() == task;
    }

    private static final class Held extends WeakReference<Object> implements Key {
        private final int hash;

        Held(Object task, ReferenceQueue<Object> queue) {
            super(task, queue);
            this.hash = System.identityHashCode(task);
        }

        @Override
        public @Nullable Object task() {
            return get();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return same(this, other);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private static final class Sought implements Key {
        private final Object task;

        Sought(Object task) {
            this.task = task;
        }

        @Override
        public Object task() {
            return task;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return same(this, other);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(task);
        }
    }
}

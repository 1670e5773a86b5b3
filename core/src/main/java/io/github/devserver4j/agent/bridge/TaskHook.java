package io.github.devserver4j.agent.bridge;

import org.jspecify.annotations.Nullable;

/** Asked where the JDK gives tasks to other threads, and where those run them. Thread-safe. */
public interface TaskHook {

    /** Lets every task be as it is. */
    TaskHook NONE = new TaskHook() {
        @Override
        public @Nullable Object given(@Nullable Object task) {
            return task;
        }

        @Override
        public void remember(@Nullable Object task) {}

        @Override
        public void running(@Nullable Object task) {}

        @Override
        public void over() {}

        @Override
        public @Nullable Object entered(Object task) {
            return null;
        }

        @Override
        public void left(@Nullable Object entered) {}

        @Override
        public void starting(Thread thread) {}

        @Override
        public void ended() {}
    };

    /** A pool is given a task by the current thread; returns the task, or one to be run in its place. */
    @Nullable
    Object given(@Nullable Object task);

    /** As {@link #given}, for a task that no other may stand for. */
    void remember(@Nullable Object task);

    /** A pool's thread, which is the current one, has taken a task and is about to run it; null for none. */
    void running(@Nullable Object task);

    /** The current thread has run the task that it took last. */
    void over();

    /** The current thread is about to run a task within whatever else it runs; the answer is given to {@link #left}. */
    @Nullable
    Object entered(Object task);

    /** The current thread has run that task. */
    void left(@Nullable Object entered);

    /** The current thread starts this one. */
    void starting(Thread thread);

    /** The current thread ends. */
    void ended();
}

package io.github.devserver4j.agent;

import java.util.Queue;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * A lambda that a request gave to a pool, in the pool's queue in place of it: requests may give the same one away at the same
 * time. Immutable.
 *
 * @param lambda as the application knows it
 * @param traced what is run
 */
record GivenLambda(Runnable lambda, Runnable traced) implements Runnable {

    /** Whether no application can tell by its type that another stands for this task. */
    static boolean mayStandFor(Object task) {
        return task.getClass().isHidden()
                && task.getClass().getInterfaces().length == 1
                && task.getClass().getInterfaces()[0] == Runnable.class;
    }

    /** Removes one that stands for this task from a pool's queue; returns whether there was one. */
    @SuppressWarnings({"ReferenceEquality", "ModifyCollectionInEnhancedForLoop"
    }) // this very lambda; then the loop ends
    static boolean remove(@Nullable Object pool, @Nullable Object task) {
        if (task == null || !mayStandFor(task) || !(pool instanceof ThreadPoolExecutor executor)) {
            return false;
        }
        Queue<Runnable> queue = executor.getQueue();
        for (Runnable queued : queue) {
            if (queued instanceof GivenLambda given && given.lambda == task && queue.remove(queued)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void run() {
        traced.run();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other; // one task of several
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return lambda.toString();
    }
}

package io.github.devserver4j.trace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The current traces of all devservers of this JVM, for integrations that a client library makes by itself, without
 * parameters: the AWS SDK finds its global interceptors by the name of their class. Whatever can be given a
 * {@link CurrentTrace} takes one instead. Thread-safe.
 */
public final class InstalledTraces {

    private static final List<CurrentTrace> ALL = new CopyOnWriteArrayList<>();

    private InstalledTraces() {}

    /** Called when a devserver is created. */
    public static void add(CurrentTrace currentTrace) {
        ALL.add(currentTrace);
    }

    /** Called when it is closed. */
    public static void remove(CurrentTrace currentTrace) {
        ALL.remove(currentTrace);
    }

    /** The current trace that has a request for this thread, or null if none has. */
    public static @Nullable CurrentTrace current() {
        for (CurrentTrace currentTrace : ALL) {
            if (currentTrace.request() != null) {
                return currentTrace;
            }
        }
        for (CurrentTrace currentTrace : ALL) { // what one of them records in the background
            if (currentTrace.get() != null) {
                return currentTrace;
            }
        }
        return null;
    }
}

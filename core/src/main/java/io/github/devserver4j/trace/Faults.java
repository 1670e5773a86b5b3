package io.github.devserver4j.trace;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes the exceptions of our own code, which must never reach the application. Tells of the first. Thread-safe. */
public final class Faults {

    private static final Logger LOG = OwnLog.get();
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private Faults() {}

    /** Notes a fault; throws nothing. */
    public static void report(Throwable fault) {
        if (TOLD.compareAndSet(false, true)) {
            try {
                LOG.log(Level.WARNING, "devserver failed to record a call; told only once", fault);
            } catch (Throwable loggingFault) { // the application's logging must not break its calls
                fault.addSuppressed(loggingFault);
            }
        }
    }
}

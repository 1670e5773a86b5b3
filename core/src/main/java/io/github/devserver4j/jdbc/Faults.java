package io.github.devserver4j.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes the exceptions of our own code, which must never reach the application. Tells of the first. Thread-safe. */
final class Faults {

    private static final Logger LOG = System.getLogger("devserver");
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private Faults() {}

    static void report(Throwable fault) {
        if (TOLD.compareAndSet(false, true)) {
            try {
                LOG.log(Level.WARNING, "devserver failed to record a statement; told only once", fault);
            } catch (Throwable loggingFault) { // the application's logging must not break its SQL
                fault.addSuppressed(loggingFault);
            }
        }
    }
}

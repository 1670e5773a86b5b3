package io.github.devserver4j.servlet;

import io.github.devserver4j.trace.OwnLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells of a failure of our own once, and keeps it from the application. */
final class Failures {

    private static final Logger LOG = OwnLog.get();
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private Failures() {}

    static void log(Throwable failure) {
        if (TOLD.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "devserver could not record a request; the application is not affected", failure);
        }
    }
}

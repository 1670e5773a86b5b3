package io.github.devserver4j;

import io.github.devserver4j.context.MicrometerContext;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.OwnLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a devserver turns on by itself if its library is on the class path. Thread-safe. */
final class OptionalIntegrations implements AutoCloseable {

    private static final Logger LOG = OwnLog.get();

    private final List<AutoCloseable> installed = new ArrayList<>();

    private OptionalIntegrations() {}

    static OptionalIntegrations install(CurrentTrace currentTrace) {
        OptionalIntegrations integrations = new OptionalIntegrations();
        // not a method reference, which would be linked here, outside of the guard
        integrations.add("context-propagation", currentTrace, trace -> MicrometerContext.install(trace));
        return integrations;
    }

    /** A library that is not there, or not in a version known here, is left alone. */
    private void add(String library, CurrentTrace currentTrace, Function<CurrentTrace, AutoCloseable> installation) {
        try {
            installed.add(installation.apply(currentTrace));
        } catch (LinkageError absent) {
            LOG.log(Level.DEBUG, "{0} is not recorded: {1}", library, absent);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "devserver failed to install itself in " + library, failure);
        }
    }

    @Override
    public void close() {
        for (AutoCloseable integration : installed) {
            try {
                integration.close();
            } catch (Exception | LinkageError failure) {
                LOG.log(Level.DEBUG, "devserver failed to take itself out of a library", failure);
            }
        }
    }
}

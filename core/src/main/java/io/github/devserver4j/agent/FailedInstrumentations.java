package io.github.devserver4j.agent;

import io.github.devserver4j.trace.OwnLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.utility.JavaModule;
import org.jspecify.annotations.Nullable;

/** Tells of classes that could not be instrumented; they work on as they are. */
final class FailedInstrumentations extends AgentBuilder.Listener.Adapter {

    private static final Logger LOG = OwnLog.get();

    @Override
    public void onError(
            String typeName,
            @Nullable ClassLoader classLoader,
            @Nullable JavaModule module,
            boolean loaded,
            Throwable throwable) {
        LOG.log(Level.DEBUG, "devserver could not instrument " + typeName, throwable);
    }
}

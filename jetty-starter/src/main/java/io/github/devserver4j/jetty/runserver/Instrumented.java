package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.AgentStart;
import io.github.devserver4j.DevServer;
import io.github.devserver4j.agent.LauncherAgent;
import io.github.devserver4j.jetty.runserver.reload.ThreadLocals;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * This JVM, whose instrumentation takes a third of the start, and so is done while Jetty unpacks the application.
 * Thread-safe.
 */
interface Instrumented {

    Instrumented NOW = () -> {};

    /** Returns when it is done; throws what it has failed with. */
    void await() throws InterruptedException;

    /** Begins. Without the JVM's own say, as when not started by {@code java -jar}, requests alone are recorded. */
    static Instrumented by(DevServer devServer) {
        Instrumentation instrumentation = LauncherAgent.instrumentation();
        if (instrumentation == null) {
            return NOW;
        }
        FutureTask<?> task = new FutureTask<>(
                () -> {
                    AgentStart.install(devServer, instrumentation, false);
                    ThreadLocals.open(instrumentation);
                },
                null);
        Thread thread = new Thread(task, "devserver-agent");
        thread.setDaemon(true);
        thread.start();
        return () -> {
            try {
                task.get();
            } catch (ExecutionException failure) {
                throw new CompletionException(failure.getCause());
            }
        };
    }
}

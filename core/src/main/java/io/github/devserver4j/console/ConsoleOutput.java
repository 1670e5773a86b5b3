package io.github.devserver4j.console;

import io.github.devserver4j.trace.OwnLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The way out that fits the application: a sink for blocks and the switch of its modules. Immutable.
 *
 * @param sink where blocks go
 * @param modules which modules the application's logging configuration leaves on
 * @param whenClosed puts back what was changed in the application's logging
 */
record ConsoleOutput(BlockSink sink, ModuleSwitch modules, Runnable whenClosed) {

    private static final Logger LOG = OwnLog.get();

    /** Everything to {@code sink}. */
    static ConsoleOutput to(BlockSink sink) {
        return new ConsoleOutput(sink, ModuleSwitch.ALL_ON, () -> {});
    }

    static ConsoleOutput to(LogTarget target, BlockSink standardOut) {
        if (!Slf4jPresence.hasProvider(ConsoleOutput.class.getClassLoader())) {
            if (target == LogTarget.SLF4J) {
                LOG.log(Level.WARNING, "devserver.log=slf4j, but there is no SLF4J provider: using standard output");
            }
            return to(standardOut);
        }
        Slf4jLogging slf4j = new Slf4jLogging();
        if (target == LogTarget.AUTO && Slf4jLogging.isLogback()) {
            return throughLogback(slf4j, standardOut);
        }
        return new ConsoleOutput(target == LogTarget.SLF4J ? slf4j : standardOut, slf4j, () -> {});
    }

    private static ConsoleOutput throughLogback(Slf4jLogging slf4j, BlockSink standardOut) {
        try {
            LogbackOutput logback = LogbackOutput.install(standardOut);
            return new ConsoleOutput(logback, slf4j, logback::close);
        } catch (LinkageError | ClassCastException outOfSight) { // SLF4J sees a Logback that this class does not
            return new ConsoleOutput(standardOut, slf4j, () -> {});
        }
    }
}

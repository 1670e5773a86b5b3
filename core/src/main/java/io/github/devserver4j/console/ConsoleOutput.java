package io.github.devserver4j.console;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The way out that fits the application: a sink for blocks and the switch of its modules. Immutable.
 *
 * @param sink where blocks go
 * @param modules which modules the application's logging configuration leaves on
 */
record ConsoleOutput(BlockSink sink, ModuleSwitch modules) {

    private static final Logger LOG = System.getLogger("devserver");

    private static final String[] SLF4J_PROVIDERS = {
        "META-INF/services/org.slf4j.spi.SLF4JServiceProvider", "org/slf4j/impl/StaticLoggerBinder.class"
    };

    static ConsoleOutput to(LogTarget target, BlockSink standardOut) {
        if (!hasSlf4j()) {
            if (target == LogTarget.SLF4J) {
                LOG.log(Level.WARNING, "devserver.log=slf4j, but there is no SLF4J provider: using standard output");
            }
            return new ConsoleOutput(standardOut, ModuleSwitch.ALL_ON);
        }
        Slf4jLogging slf4j = new Slf4jLogging();
        if (target == LogTarget.AUTO && Slf4jLogging.isLogback()) {
            LogbackSetup.install(standardOut);
            return new ConsoleOutput(slf4j, slf4j);
        }
        return new ConsoleOutput(target == LogTarget.SLF4J ? slf4j : standardOut, slf4j);
    }

    /** Without a provider SLF4J would print a warning of its own when it is asked for a logger. */
    private static boolean hasSlf4j() {
        ClassLoader loader = ConsoleOutput.class.getClassLoader();
        for (String provider : SLF4J_PROVIDERS) {
            if (ClassLoader.getSystemResource(provider) != null
                    || (loader != null && loader.getResource(provider) != null)) {
                return hasLoggerFactory(loader);
            }
        }
        return false;
    }

    private static boolean hasLoggerFactory(ClassLoader loader) {
        try {
            Class.forName("org.slf4j.LoggerFactory", false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}

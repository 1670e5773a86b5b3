package io.github.devserver4j.jetty.runserver;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;

/**
 * The launcher's own logging, apart from the application's: warnings of Jetty go to standard error. While the
 * application starts, a failure is told by the launcher in one line, and Jetty is quiet.
 */
final class ServerLog {

    private static final String CONFIGURATION = "devserver-logback.xml";
    private static final String JETTY = "org.eclipse.jetty";

    private ServerLog() {}

    static void configure(boolean traceback) {
        LoggerContext context = context();
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(ServerLog.class.getClassLoader().getResource(CONFIGURATION));
        } catch (JoranException wrong) {
            throw new IllegalStateException(CONFIGURATION + " in devserver.jar is wrong", wrong);
        }
        level(traceback ? Level.WARN : Level.OFF);
    }

    /** The application has started: exceptions that leave its servlets are worth their stack trace. */
    static void started() {
        level(Level.WARN);
    }

    private static void level(Level level) {
        context().getLogger(JETTY).setLevel(level);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}

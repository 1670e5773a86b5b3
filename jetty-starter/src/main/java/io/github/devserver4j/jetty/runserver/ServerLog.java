package io.github.devserver4j.jetty.runserver;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.apache.juli.logging.LogFactory;
import org.slf4j.LoggerFactory;

/**
 * The launcher's own logging, apart from the application's: warnings of Jetty go to standard error. While the
 * application starts, a failure is told by the launcher in one line, and Jetty is quiet.
 */
final class ServerLog {

    private static final String PATTERN = "%-5level %logger{0}: %msg%n";
    private static final String DIGESTER = "org.apache.tomcat.util.descriptor.DigesterFactory";
    private static final String JETTY = "org.eclipse.jetty";
    private static final String CONTEXT = "org.eclipse.jetty.ee11.webapp.WebAppContext";

    /** What devserver itself has to say comes by System.Logger, which without a provider is this. */
    private static final java.util.logging.Logger OWN = java.util.logging.Logger.getLogger("devserver");

    private ServerLog() {}

    static void configure(boolean traceback) {
        LoggerContext context = context();
        context.reset();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(standardError(context));
        // Misses the XML schemas of Java EE on each start; they are not needed.
        context.getLogger(DIGESTER).setLevel(Level.ERROR);
        takeOver();
        level(traceback ? Level.WARN : Level.OFF);
        // Jasper's log is chosen once and for all: now, before an application's own JULI can get in the way.
        LogFactory.getFactory();
    }

    /** In code and not in XML: reading that would take a tenth of the start. */
    private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    /** The application has started: exceptions that leave its servlets are worth their stack trace. */
    static void started() {
        level(Level.WARN);
        context().getLogger(CONTEXT).setLevel(Level.OFF); // a failure to start again is told by whoever reloads
    }

    private static void takeOver() {
        OWN.setUseParentHandlers(false);
        OWN.addHandler(new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()) {
                    LoggerFactory.getLogger(OWN.getName()).warn(new SimpleFormatter().formatMessage(record));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    private static void level(Level level) {
        context().getLogger(JETTY).setLevel(level);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}

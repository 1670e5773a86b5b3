package io.github.devserver4j.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Lets Logback print blocks bare, without time and level in front, unless the application configured the logger
 * {@code devserver} or {@code devserver.request} itself. Does so again whenever Logback's configuration is read anew.
 * Loaded only where Logback is there.
 */
final class LogbackSetup implements LoggerContextListener {

    private final BlockSink sink;

    private LogbackSetup(BlockSink sink) {
        this.sink = sink;
    }

    /** Sets up the loggers of the application's Logback; bare blocks go to {@code sink}. */
    static void install(BlockSink sink) {
        LogbackSetup setup = new LogbackSetup(sink);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        setup.configure(context);
        context.addListener(setup);
    }

    private void configure(LoggerContext context) {
        Logger parent = context.getLogger(Slf4jLogging.PREFIX);
        Logger request = context.getLogger(Slf4jLogging.REQUEST);
        if (isConfigured(parent) || isConfigured(request)) {
            return;
        }
        request.setLevel(Level.INFO);
        request.setAdditive(false);
        request.addAppender(bareAppender(context));
    }

    private static boolean isConfigured(Logger logger) {
        return logger.getLevel() != null
                || !logger.isAdditive()
                || logger.iteratorForAppenders().hasNext();
    }

    private AppenderBase<ILoggingEvent> bareAppender(LoggerContext context) {
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                sink.write(event.getFormattedMessage());
            }
        };
        appender.setName("devserver");
        appender.setContext(context);
        appender.start();
        return appender;
    }

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onStart(LoggerContext context) {
        configure(context);
    }

    @Override
    public void onReset(LoggerContext context) {}

    @Override
    public void onStop(LoggerContext context) {}

    @Override
    public void onLevelChange(Logger logger, Level level) {}
}

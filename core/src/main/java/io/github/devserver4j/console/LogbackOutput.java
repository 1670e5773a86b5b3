package io.github.devserver4j.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.Iterator;
import org.slf4j.LoggerFactory;

/**
 * Lets Logback print blocks bare, without time and level in front, unless the application configured the logger
 * {@code devserver} or {@code devserver.request} itself. Loaded only where Logback is there. Thread-safe.
 *
 * <p>That is looked up before each block, since an application may read its configuration late, or anew. Logback's
 * listeners would tell of levels alone, not of appenders.
 */
final class LogbackOutput implements BlockSink, AutoCloseable {

    private static final String NAME = "devserver";

    private final LoggerContext context;
    private final Logger parent;
    private final Logger request;
    private final Appender<ILoggingEvent> bare;
    private boolean closed;

    private LogbackOutput(LoggerContext context, BlockSink sink) {
        this.context = context;
        this.parent = context.getLogger(Slf4jLogging.PREFIX);
        this.request = context.getLogger(Slf4jLogging.REQUEST);
        this.bare = new BareAppender(sink);
        bare.setName(NAME);
    }

    /** Sets up the loggers of the application's Logback; bare blocks go to {@code sink}. */
    static LogbackOutput install(BlockSink sink) {
        LogbackOutput output = new LogbackOutput((LoggerContext) LoggerFactory.getILoggerFactory(), sink);
        output.adapt();
        return output;
    }

    @Override
    public void write(String block) {
        adapt();
        request.info(block);
    }

    /** Leaves the loggers as they were. */
    @Override
    public synchronized void close() {
        closed = true;
        detach();
    }

    private synchronized void adapt() {
        if (closed) {
            return;
        }
        if (isConfigured()) {
            detach();
        } else {
            attach();
        }
    }

    /** By anybody but a devserver; there may be several in this JVM, of which one prints for all. */
    private boolean isConfigured() {
        boolean bareAttached = request.getAppender(NAME) != null;
        return parent.getLevel() != null
                || !parent.isAdditive()
                || parent.iteratorForAppenders().hasNext()
                || request.getLevel() != (bareAttached ? Level.INFO : null)
                || request.isAdditive() == bareAttached
                || hasForeignAppender();
    }

    private boolean hasForeignAppender() {
        Iterator<Appender<ILoggingEvent>> appenders = request.iteratorForAppenders();
        while (appenders.hasNext()) {
            if (!NAME.equals(appenders.next().getName())) {
                return true;
            }
        }
        return false;
    }

    private void attach() {
        if (request.getAppender(NAME) != null) {
            return;
        }
        bare.setContext(context);
        bare.start();
        request.setLevel(Level.INFO);
        request.setAdditive(false);
        request.addAppender(bare);
    }

    private void detach() {
        if (!request.detachAppender(bare)) {
            return;
        }
        bare.stop();
        if (hasForeignAppender()) {
            return; // it was added because blocks are wanted there, and once
        }
        if (request.getLevel() == Level.INFO) {
            request.setLevel(null);
        }
        request.setAdditive(true);
    }

    private static final class BareAppender extends AppenderBase<ILoggingEvent> {
        private final BlockSink sink;

        BareAppender(BlockSink sink) {
            this.sink = sink;
        }

        @Override
        protected void append(ILoggingEvent event) {
            sink.write(event.getFormattedMessage());
        }
    }
}

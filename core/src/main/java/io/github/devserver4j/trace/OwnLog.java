package io.github.devserver4j.trace;

import java.lang.System.Logger;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Where devserver tells of itself: the platform's logger {@code devserver}, which is not looked for before there is something
 * to tell, since that initializes the application's logging. In an agent, which does not see that, standard error. Thread-safe.
 */
public final class OwnLog implements Logger {

    private static final OwnLog LOG = new OwnLog();

    private volatile boolean toStandardError;

    private OwnLog() {}

    /** The one log of this devserver's classes. */
    public static Logger get() {
        return LOG;
    }

    /** From now on warnings and errors are lines of standard error, and all else is dropped. */
    public static void useStandardError() {
        LOG.toStandardError = true;
    }

    @Override
    public String getName() {
        return "devserver";
    }

    @Override
    public boolean isLoggable(Level level) {
        return toStandardError ? level.getSeverity() >= Level.WARNING.getSeverity() : Platform.LOGGER.isLoggable(level);
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
        if (!toStandardError) {
            Platform.LOGGER.log(level, bundle, message, thrown);
        } else if (isLoggable(level)) {
            tell(message + (thrown == null ? "" : ": " + thrown));
        }
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object... parameters) {
        if (!toStandardError) {
            Platform.LOGGER.log(level, bundle, format, parameters);
        } else if (isLoggable(level)) {
            tell(text(format, parameters));
        }
    }

    private static void tell(String message) {
        System.err.println(message.startsWith("devserver") ? message : "devserver: " + message);
    }

    private static String text(String format, @Nullable Object @Nullable [] parameters) {
        return parameters == null || parameters.length == 0 ? format : MessageFormat.format(format, parameters);
    }

    /** Loaded by the first message. */
    private static final class Platform {
        private static final Logger LOGGER = System.getLogger("devserver");
    }
}

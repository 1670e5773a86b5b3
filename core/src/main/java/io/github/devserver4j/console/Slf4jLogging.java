package io.github.devserver4j.console;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SLF4J as a switch for modules and as a way out for blocks. Loaded only where the application has SLF4J with a
 * provider.
 *
 * <p>A module is off where its logger {@code devserver.TAG} has the level OFF, or does not let INFO pass although
 * {@code devserver} does. What is set for the root, WARN or OFF, turns nothing off: it was not meant for us.
 */
final class Slf4jLogging implements ModuleSwitch, BlockSink {

    static final String PREFIX = "devserver";
    static final String REQUEST = PREFIX + ".request";

    private final Logger root = LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger parent = LoggerFactory.getLogger(PREFIX);
    private final Logger request = LoggerFactory.getLogger(REQUEST);

    @Override
    public boolean isOn(String tag) {
        Logger logger = LoggerFactory.getLogger(PREFIX + "." + tag);
        return (logger.isErrorEnabled() || !root.isErrorEnabled())
                && (logger.isInfoEnabled() || !parent.isInfoEnabled());
    }

    @Override
    public void write(String block) {
        request.info(block);
    }

    static boolean isLogback() {
        return LoggerFactory.getILoggerFactory().getClass().getName().equals("ch.qos.logback.classic.LoggerContext");
    }
}

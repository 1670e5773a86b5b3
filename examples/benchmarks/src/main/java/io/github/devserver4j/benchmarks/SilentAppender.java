package io.github.devserver4j.benchmarks;

import com.p6spy.engine.logging.Category;
import com.p6spy.engine.spy.appender.MessageFormattingStrategy;
import com.p6spy.engine.spy.appender.P6Logger;

/** A p6spy appender that writes nothing, so that p6spy's recording is measured and not its file. */
public final class SilentAppender implements P6Logger {

    @Override
    public void logSQL(
            int connectionId, String now, long elapsed, Category category, String prepared, String sql, String url) {}

    @Override
    public void logException(Exception exception) {}

    @Override
    public void logText(String text) {}

    @Override
    public boolean isCategoryEnabled(Category category) {
        return true;
    }

    /** Present for p6spy's configuration; no message is formatted. */
    public void setStrategy(MessageFormattingStrategy strategy) {}
}

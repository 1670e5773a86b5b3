package io.github.devserver4j.jetty.terminal;

import org.jspecify.annotations.Nullable;

/**
 * What the terminal tells and asks of whoever reloads the application. Called by any thread, and for each line that is
 * printed: the answers are to be at hand, without a lock.
 */
public interface Reloads {

    /** The application stays as it was started. */
    Reloads NONE = new Reloads() {
        @Override
        public void reloadNow() {}

        @Override
        public int count() {
            return 0;
        }

        @Override
        public @Nullable LastCompile lastCompile() {
            return null;
        }
    };

    /** Begins a reload, whether or not anything has changed, and returns at once. */
    void reloadNow();

    /** How many times the application was reloaded since it started. */
    int count();

    /** The compilation that ended last; null if there was none. */
    @Nullable
    LastCompile lastCompile();
}

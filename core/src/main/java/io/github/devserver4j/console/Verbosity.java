package io.github.devserver4j.console;

/** How much of a request the console prints. */
public enum Verbosity {
    /** The access line alone. */
    QUIET,
    /** Calls, cut to what is worth reading, and summaries. */
    NORMAL,
    /** As {@link #NORMAL}, with complete statements: {@code devserver.truncate-sql=false}. */
    VERBOSE;

    /** The one to choose after this: normal, verbose, quiet, and normal again. */
    public Verbosity next() {
        return switch (this) {
            case QUIET -> NORMAL;
            case NORMAL -> VERBOSE;
            case VERBOSE -> QUIET;
        };
    }
}

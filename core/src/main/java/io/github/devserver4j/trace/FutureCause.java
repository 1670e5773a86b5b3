package io.github.devserver4j.trace;

import java.util.concurrent.CompletionException;

/** What made a future fail. */
public final class FutureCause {

    private FutureCause() {}

    /** The exception itself, which a stage that depends on the future may have wrapped. */
    public static Throwable of(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : null;
        return cause == null ? thrown : cause;
    }
}

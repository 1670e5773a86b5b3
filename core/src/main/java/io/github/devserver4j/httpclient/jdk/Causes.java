package io.github.devserver4j.httpclient.jdk;

import java.util.concurrent.CompletionException;

/** What made a future fail. */
final class Causes {

    private Causes() {}

    /** The exception itself, which futures may have wrapped. */
    static Throwable ofFuture(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : null;
        return cause == null ? thrown : cause;
    }
}

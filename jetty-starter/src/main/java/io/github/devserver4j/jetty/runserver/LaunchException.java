package io.github.devserver4j.jetty.runserver;

import org.jspecify.annotations.Nullable;

/** A failure that the developer can mend: its message says in one line what is wrong and what to do. */
final class LaunchException extends Exception {

    private static final long serialVersionUID = 1;

    LaunchException(String message) {
        this(message, null);
    }

    LaunchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

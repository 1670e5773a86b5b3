package io.github.devserver4j.trace;

import org.jspecify.annotations.Nullable;

/**
 * How a request ended.
 *
 * @param status the HTTP status
 * @param length the bytes of the body that the application really sent, before any compression; -1 if not known
 * @param exception the class name of the exception that left the application; null where none did
 */
public record ResponseLine(
        int status, long length, @Nullable String exception) {

    /** The {@link #length} of an answer whose container does not tell it. */
    public static final long UNKNOWN_LENGTH = -1;
}

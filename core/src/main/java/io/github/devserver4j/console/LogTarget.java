package io.github.devserver4j.console;

/** Where blocks go. */
public enum LogTarget {
    /** Through Logback where the application uses it, else to standard output. */
    AUTO,
    /** To standard output, whatever the application logs with. */
    STDOUT,
    /** As events of the SLF4J logger {@code devserver.request}, in the application's own format. */
    SLF4J
}

package io.github.devserver4j.trace;

/** The time during which a thread works for a request. Closed on the thread that opened it. */
public interface Scope extends AutoCloseable {

    /** Puts back what the thread worked for before. Throws nothing. */
    @Override
    void close();
}

package io.github.devserver4j.trace;

/** Measures what a thread uses while it works for a request, such as the memory it allocates. Thread-safe. */
public interface ScopeMeter {

    /** A reading for the current thread, to be given back to {@link #end}. */
    long begin();

    /** Adds to the recorder what the current thread has used since {@code begin}. */
    void end(TraceRecorder recorder, long begin);
}

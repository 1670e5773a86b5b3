package io.github.devserver4j.trace;

/**
 * Takes what recorders tell, on the threads of the application: an implementation only notes it down for a thread of
 * its own. Thread-safe.
 */
public interface TraceSink {

    /** A recorder was opened. */
    void onStart(TraceRecorder recorder);

    /** From now on calls in the background are recorded; whoever takes them ends those that are idle. */
    default void onBackground(BackgroundTraces traces) {}

    /** Whether this thread is one of devserver's, whose own calls are of no interest. */
    default boolean isOwnThread(Thread thread) {
        return false;
    }

    /** A recorder got a call. */
    void onCall(TraceRecorder recorder, Call call);

    /** A call's {@link Call#outcome()} became known. */
    void onOutcome(TraceRecorder recorder, Call call);

    /** A recorder's request is over. */
    void onFinish(TraceRecorder recorder);

    /** A recorder's request is over and of no interest. */
    void onQuietFinish(TraceRecorder recorder);
}

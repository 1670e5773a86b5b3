package io.github.devserver4j.trace;

/**
 * Is told of requests. All methods are called on devserver's own thread, one at a time, after the application went on;
 * an exception from one of them is logged and harms nobody.
 */
public interface TraceListener {

    /** A request is over. */
    void onFinish(Trace trace);

    /** A request has been running for two seconds; {@code trace} is what it has so far. */
    default void onRunning(Trace trace) {}

    /** A call was made. Only told to {@linkplain #realtime() real-time} listeners. */
    default void onCall(TraceRecorder recorder, Call call) {}

    /** A call that was told before now has its {@link Call#outcome()}. Only told to real-time listeners. */
    default void onOutcome(TraceRecorder recorder, Call call) {}

    /** Whether this listener wants to be told of each call as it happens. Asked once. */
    default boolean realtime() {
        return false;
    }
}

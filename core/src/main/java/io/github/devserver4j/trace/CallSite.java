package io.github.devserver4j.trace;

import java.lang.StackWalker.StackFrame;
import org.jspecify.annotations.Nullable;

/**
 * Where in the application's own code a call was made, as the request's thread found it; made readable later, on
 * devserver's thread. See {@link TraceRecorder#callSite}.
 */
public abstract class CallSite {

    CallSite() {}

    /** The line of code; null if it is not known. */
    public abstract @Nullable StackTraceElement element();

    /**
     * Whether the call itself was not looked up: it is a round of a loop, and all calls of the same operation that were
     * looked up come from {@link #element()}.
     */
    public abstract boolean isAssumed();

    /** A call site that was looked up. */
    static CallSite of(StackFrame frame) {
        return new CallSite() {
            @Override
            public StackTraceElement element() {
                return frame.toStackTraceElement();
            }

            @Override
            public boolean isAssumed() {
                return false;
            }
        };
    }
}

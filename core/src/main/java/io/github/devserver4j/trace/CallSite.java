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

    /** A call site that was looked up. */
    static CallSite of(StackFrame frame) {
        return new CallSite() {
            @Override
            public StackTraceElement element() {
                return frame.toStackTraceElement();
            }
        };
    }
}

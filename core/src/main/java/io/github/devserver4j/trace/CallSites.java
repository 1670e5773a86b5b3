package io.github.devserver4j.trace;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the innermost frame of the current thread that is the application's own code. Thread-safe.
 *
 * <p>The stack is walked only as far as that frame. See {@link ApplicationCode} for what counts as the application's.
 */
public final class CallSites {

    /** A client library and what records it are about so many frames. */
    private static final int FAR = 14;

    private static final CallSites OFF = new CallSites(null);

    private final @Nullable ApplicationCode applicationCode;
    private final StackWalker walker = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    /** Fetches so many frames at once, where the default is six and then sixteen more: a third of time and memory less. */
    private final StackWalker farWalker = StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE), FAR);

    private CallSites(@Nullable ApplicationCode applicationCode) {
        this.applicationCode = applicationCode;
    }

    /** Finds frames of the application as {@code applicationCode} tells it. */
    public static CallSites of(ApplicationCode applicationCode) {
        return new CallSites(applicationCode);
    }

    /** Finds nothing, at no cost. */
    public static CallSites off() {
        return OFF;
    }

    boolean enabled() {
        return applicationCode != null;
    }

    /** The innermost frame of the application on the current thread's stack; null where there is none. */
    public @Nullable StackFrame find() {
        return find(walker);
    }

    /** As {@link #find}, for calls that are made deep within a client library. */
    @Nullable
    StackFrame findFar() {
        return find(farWalker);
    }

    private @Nullable StackFrame find(StackWalker frameWalker) {
        ApplicationCode code = applicationCode;
        return code == null ? null : frameWalker.walk(frames -> innermost(frames.iterator(), code));
    }

    /** The first frame that is the application's; where none surely is, the first that may be. */
    private static @Nullable StackFrame innermost(Iterator<StackFrame> frames, ApplicationCode code) {
        StackFrame candidate = null;
        while (frames.hasNext()) {
            StackFrame frame = frames.next();
            ApplicationCode.Origin origin = code.originOf(frame.getDeclaringClass());
            if (origin == ApplicationCode.Origin.APPLICATION) {
                return frame;
            }
            if (origin == ApplicationCode.Origin.MAYBE && candidate == null) {
                candidate = frame;
            }
        }
        return candidate;
    }
}

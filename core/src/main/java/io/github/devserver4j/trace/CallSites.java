package io.github.devserver4j.trace;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the innermost frame of the current thread that is the application's own code. Thread-safe.
 *
 * <p>The stack is walked only as far as that frame. See {@link ApplicationCode} for what counts as the application's.
 */
public final class CallSites {

    private static final CallSites OFF = new CallSites(null);

    private final @Nullable ApplicationCode applicationCode;
    private final StackWalker walker = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

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
        ApplicationCode code = applicationCode;
        return code == null ? null : walker.walk(frames -> innermost(frames, code));
    }

    private static @Nullable StackFrame innermost(Stream<StackFrame> frames, ApplicationCode code) {
        StackFrame[] fallback = new StackFrame[1];
        return frames.filter(frame -> isApplication(frame, code, fallback))
                .findFirst()
                .orElse(fallback[0]);
    }

    /** Remembers in {@code fallback} the first frame that may be the application's, for when no frame surely is. */
    private static boolean isApplication(StackFrame frame, ApplicationCode code, @Nullable StackFrame[] fallback) {
        Class<?> declaringClass = frame.getDeclaringClass();
        ApplicationCode.Origin origin = code.originOf(declaringClass);
        if (origin == ApplicationCode.Origin.LIBRARY || isGenerated(declaringClass)) {
            return false;
        }
        if (origin == ApplicationCode.Origin.MAYBE && fallback[0] == null) {
            fallback[0] = frame;
        }
        return origin == ApplicationCode.Origin.APPLICATION;
    }

    /** Proxies and subclasses made at run time have no line that a developer could open. */
    private static boolean isGenerated(Class<?> declaringClass) {
        return declaringClass.isSynthetic() || declaringClass.getName().contains("$$");
    }
}

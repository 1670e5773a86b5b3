package io.github.devserver4j.trace;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the innermost frame of the current thread that is the application's own code. Thread-safe.
 *
 * <p>The stack is walked only as far as that frame, and the JVM is told to fetch as many frames at once as were needed for
 * the same operation before. See {@link ApplicationCode} for what counts as the application's.
 */
public final class CallSites {

    /** Past this many frames the JVM fetches as many once more. */
    private static final int MAX_FRAMES = 64;

    /** The JVM counts two more than it gives, up to JDK 21. */
    private static final int NOT_GIVEN = 2;

    /** What the JVM fetches at once if it is told nothing. */
    private static final int NEAR = 6;

    /** A client library and what records it are about so many frames. */
    private static final int FAR = 12;

    private static final CallSites OFF = new CallSites(null);

    private final @Nullable ApplicationCode applicationCode;
    private final KnownPlaces places = new KnownPlaces();

    /** By the number of frames that they fetch at once. */
    private final StackWalker[] walkers = new StackWalker[MAX_FRAMES + 1];

    private CallSites(@Nullable ApplicationCode applicationCode) {
        this.applicationCode = applicationCode;
        // frames of reflection are the JDK's; hidden ones would be fetched, too, and not be counted
        Set<Option> options = Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_REFLECT_FRAMES);
        for (int frames = 0; frames <= MAX_FRAMES; frames++) {
            walkers[frames] = StackWalker.getInstance(options, frames + NOT_GIVEN);
        }
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

    /** What is known of an operation from all requests, made deep within a client library if {@code far}. */
    KnownPlaces.Known known(Object operation, boolean far) {
        return places.of(operation, far ? FAR : NEAR);
    }

    /** Whether a class may be the application's own; by where it was loaded from if call sites are off. */
    public boolean isApplications(Class<?> type) {
        ApplicationCode code = applicationCode == null ? ApplicationCode.in(List.of()) : applicationCode;
        return code.originOf(type) != ApplicationCode.Origin.LIBRARY;
    }

    /** The innermost frame of the application on the current thread's stack; null where there is none. */
    public @Nullable StackFrame find() {
        ApplicationCode code = applicationCode;
        return code == null ? null : walkers[NEAR].walk(new Search(code));
    }

    /** As {@link #find()}, by what is known of the operation; notes how far it was. */
    @Nullable
    StackFrame find(KnownPlaces.Known known) {
        ApplicationCode code = applicationCode;
        if (code == null) {
            return null;
        }
        Search search = new Search(code);
        StackFrame frame = walkers[known.frames()].walk(search);
        known.frames(Math.min(search.frames, MAX_FRAMES));
        return frame;
    }

    /** One lookup, and how many frames it has seen. */
    private static final class Search implements Function<Stream<StackFrame>, @Nullable StackFrame> {
        private final ApplicationCode code;
        private int frames;

        Search(ApplicationCode code) {
            this.code = code;
        }

        /** The first frame that is the application's; where none surely is, the first that may be. */
        @Override
        public @Nullable StackFrame apply(Stream<StackFrame> stack) {
            StackFrame candidate = null;
            for (Iterator<StackFrame> each = stack.iterator(); each.hasNext(); ) {
                StackFrame frame = each.next();
                frames++;
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
}

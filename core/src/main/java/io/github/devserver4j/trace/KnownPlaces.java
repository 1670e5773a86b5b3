package io.github.devserver4j.trace;

import java.lang.StackWalker.StackFrame;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Remembers from request to request where operations were made and how deep the stack was there, so that a lookup fetches
 * no more frames than it needs, and an operation that only ever has one place is looked up less often. Bounded: of two
 * operations with the same slot the later one is remembered. Keeps neither keys nor classes alive. Thread-safe: what one
 * thread learns another may miss, which costs a lookup.
 */
final class KnownPlaces {

    private static final int SLOTS = 1_024;

    private final @Nullable Known[] slots = new Known[SLOTS];

    /** What is known of an operation; {@code frames} are expected where nothing is. */
    Known of(Object operation, int frames) {
        int hash = operation.hashCode() * 0x9E3779B9;
        int slot = hash >>> 22;
        Known known = slots[slot];
        if (known == null || known.hash != hash) {
            known = new Known(hash, frames);
            slots[slot] = known;
        }
        return known;
    }

    /** One operation, or another one with the same hash code. */
    static final class Known {

        /** So many requests in a row had it at the same place. */
        private static final int ENOUGH = 3;

        private final int hash;
        private int frames;
        private volatile @Nullable Place place;

        private Known(int hash, int frames) {
            this.hash = hash;
            this.frames = frames;
        }

        /** How many frames away the application was the last time. */
        int frames() {
            return frames;
        }

        void frames(int count) {
            frames = count;
        }

        /** Whether it has been at one place alone for some requests. */
        boolean isSettled() {
            Place known = place;
            return known != null && known.requests >= ENOUGH;
        }

        /** Notes a place that was looked up, for the first time in a request or once more. */
        void found(StackFrame frame, boolean first) {
            Place known = place;
            if (known == null || !known.isOf(frame)) {
                place = new Place(new WeakReference<>(frame.getDeclaringClass()), frame.getByteCodeIndex(), 1);
            } else if (first && known.requests < ENOUGH) {
                place = new Place(known.type, known.index, known.requests + 1);
            }
        }
    }

    private record Place(WeakReference<Class<?>> type, int index, int requests) {
        boolean isOf(StackFrame frame) {
            return type.refersTo(frame.getDeclaringClass()) && index == frame.getByteCodeIndex();
        }
    }
}

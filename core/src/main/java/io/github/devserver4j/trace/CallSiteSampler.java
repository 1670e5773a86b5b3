package io.github.devserver4j.trace;

import java.lang.StackWalker.StackFrame;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which calls of one request have their call site looked up, so that the cost is bounded however long its loops
 * are: the first {@value #ALWAYS} executions of each operation, the first {@value #AFTER_OTHERS} of those that follow another
 * operation, and every {@value #EVERY}th. Others, which are the rounds of a loop, are assumed to come from the same place if
 * all that were looked up do; if not, their place is not known. Within a client library the first {@value #ALWAYS_FAR} are
 * looked up, and {@value #ALWAYS_SETTLED} and every {@value #EVERY_SETTLED}th of an operation that requests before have had at
 * one place alone. Thread-safe.
 */
final class CallSiteSampler {

    /** A lookup within a client library costs twice as much, and its operations are told apart better. */
    private static final int ALWAYS_FAR = 3;

    /** With a single one, a place that is new to the JVM would be taken for the one before it. */
    private static final int ALWAYS_SETTLED = 2;

    private static final int ALWAYS = 5;
    private static final int AFTER_OTHERS = 100;
    private static final int EVERY = 16;
    private static final int EVERY_SETTLED = 32;

    /** Past this many different operations in one request, none is looked up any more. */
    private static final int MAX_OPERATIONS = 2_000;

    private final CallSites sites;
    private final Map<Object, Operation> operations = new HashMap<>();
    private @Nullable Operation previous;

    CallSiteSampler(CallSites sites) {
        this.sites = sites;
    }

    /** What is known of an operation; null if there were too many others before it. Counts one execution. */
    synchronized @Nullable Operation execution(Object key, boolean far) {
        Operation operation = operations.get(key);
        if (operation == null && operations.size() < MAX_OPERATIONS) {
            operation = new Operation(sites.known(key, far));
            operations.put(key, operation);
        }
        if (operation != null) {
            operation.execute(operation != previous, far);
            previous = operation;
        }
        return operation;
    }

    /** The executions of an operation, and the place of those that were not looked up. */
    static final class Operation extends CallSite {

        private final KnownPlaces.Known known;
        private int executions;
        private int afterOthers;
        private volatile boolean due;
        private volatile @Nullable StackFrame first;
        private volatile boolean severalPlaces;

        private Operation(KnownPlaces.Known known) {
            this.known = known;
        }

        private void execute(boolean followsAnother, boolean far) {
            boolean settled = far && known.isSettled();
            int always = settled ? ALWAYS_SETTLED : far ? ALWAYS_FAR : ALWAYS;
            executions++;
            afterOthers += followsAnother ? 1 : 0;
            due = executions <= always
                    || executions % (settled ? EVERY_SETTLED : EVERY) == 0
                    || (followsAnother && afterOthers <= AFTER_OTHERS);
        }

        boolean isDue() {
            return due;
        }

        /** What is known of it from all requests. */
        KnownPlaces.Known known() {
            return known;
        }

        /** Notes the place of an execution, null where none was found. */
        @Nullable
        CallSite found(@Nullable StackFrame frame) {
            if (frame == null) {
                severalPlaces = true;
                return null;
            }
            StackFrame earlier = first;
            known.found(frame, earlier == null);
            if (earlier == null) {
                first = frame;
            } else if (!isSamePlace(earlier, frame)) {
                severalPlaces = true;
            }
            return CallSite.of(frame);
        }

        /** An instruction has a class, a method and an index; comparing the method's name would cost a lookup. */
        private static boolean isSamePlace(StackFrame one, StackFrame other) {
            return one.getDeclaringClass() == other.getDeclaringClass()
                    && one.getByteCodeIndex() == other.getByteCodeIndex();
        }

        @Override
        public @Nullable StackTraceElement element() {
            StackFrame place = first;
            return place == null || severalPlaces ? null : place.toStackTraceElement();
        }

        @Override
        public boolean isAssumed() {
            return true;
        }
    }
}

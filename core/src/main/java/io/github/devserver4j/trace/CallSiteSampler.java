package io.github.devserver4j.trace;

import java.lang.StackWalker.StackFrame;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which calls of one request have their call site looked up, so that the cost is bounded however long its loops
 * are: the first {@value #ALWAYS} executions of each operation ({@value #ALWAYS_FAR} within a client library), the first
 * {@value #AFTER_OTHERS} of those that follow another operation, and every {@value #EVERY}th. Others, which are the rounds of a loop, are assumed to come from the
 * same place if all that were looked up do; if not, their place is not known. Thread-safe.
 */
final class CallSiteSampler {

    /** A lookup within a client library costs twice as much, and its operations are told apart better. */
    private static final int ALWAYS_FAR = 3;

    private static final int ALWAYS = 5;
    private static final int AFTER_OTHERS = 100;
    private static final int EVERY = 16;

    /** Past this many different operations in one request, none is looked up any more. */
    private static final int MAX_OPERATIONS = 2_000;

    private final Map<Object, Operation> operations = new HashMap<>();
    private @Nullable Operation previous;

    /** What is known of an operation; null if there were too many others before it. Counts one execution. */
    synchronized @Nullable Operation execution(Object key, boolean far) {
        Operation operation = operations.get(key);
        if (operation == null && operations.size() < MAX_OPERATIONS) {
            operation = new Operation();
            operations.put(key, operation);
        }
        if (operation != null) {
            operation.execute(operation != previous, far ? ALWAYS_FAR : ALWAYS);
            previous = operation;
        }
        return operation;
    }

    /** The executions of an operation, and the place of those that were not looked up. */
    static final class Operation extends CallSite {

        private int executions;
        private int afterOthers;
        private volatile boolean due;
        private volatile @Nullable StackFrame first;
        private volatile boolean severalPlaces;

        private Operation() {}

        private void execute(boolean followsAnother, int always) {
            executions++;
            afterOthers += followsAnother ? 1 : 0;
            due = executions <= always || executions % EVERY == 0 || (followsAnother && afterOthers <= AFTER_OTHERS);
        }

        boolean isDue() {
            return due;
        }

        /** Notes the place of an execution, null where none was found. */
        @Nullable
        CallSite found(@Nullable StackFrame frame) {
            if (frame == null) {
                severalPlaces = true;
                return null;
            }
            StackFrame known = first;
            if (known == null) {
                first = frame;
            } else if (!isSamePlace(known, frame)) {
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

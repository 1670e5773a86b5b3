package io.github.devserver4j.trace;

import java.lang.StackWalker.StackFrame;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks up call sites within one request, with a bounded cost however long its loops are: the first
 * {@value #ALWAYS} executions of each operation and then every {@value #EVERY}th. Thread-safe.
 */
final class CallSiteSampler {

    private static final int ALWAYS = 100;
    private static final int EVERY = 16;

    /** Past this many different operations in one request, none is looked up any more. */
    private static final int MAX_OPERATIONS = 2_000;

    private final CallSites callSites;
    private final Map<Object, int[]> executions = new HashMap<>();

    CallSiteSampler(CallSites callSites) {
        this.callSites = callSites;
    }

    @Nullable
    StackFrame sample(Object operation) {
        return callSites.enabled() && isDue(operation) ? callSites.find() : null;
    }

    private synchronized boolean isDue(Object operation) {
        if (executions.size() >= MAX_OPERATIONS && !executions.containsKey(operation)) {
            return false;
        }
        int execution = executions.computeIfAbsent(operation, o -> new int[1])[0]++;
        return execution < ALWAYS || execution % EVERY == 0;
    }
}

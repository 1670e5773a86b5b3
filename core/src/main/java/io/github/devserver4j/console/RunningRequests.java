package io.github.devserver4j.console;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Trace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Remembers which calls of a running request were printed already. Used by devserver's thread alone. */
final class RunningRequests {

    private final Map<Long, Set<Shown>> shownByTrace = new HashMap<>();

    /** What is in this snapshot has been printed. */
    void shown(Trace trace) {
        Set<Shown> shown = new HashSet<>();
        trace.calls().forEach(call -> shown.add(Shown.of(call)));
        shownByTrace.put(trace.id(), shown);
    }

    /** The finished trace with those calls alone that were not printed while it was running. */
    Trace withoutShown(Trace trace) {
        Set<Shown> shown = shownByTrace.remove(trace.id());
        if (shown == null) {
            return trace;
        }
        return trace.withCalls(trace.calls().stream()
                .filter(call -> !shown.contains(Shown.of(call)))
                .toList());
    }

    private record Shown(long startNanos, Object operation) {
        static Shown of(Call call) {
            return new Shown(call.startNanos(), call.operation());
        }
    }
}

package io.github.devserver4j.console;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers which calls of a running request were printed already. Used by devserver's thread alone. */
final class RunningRequests {

    /** The end of a request may be dropped, and would never be told. */
    private static final int MAX_REQUESTS = 1_000;

    private final Map<Long, Map<Shown, Integer>> shownByTrace = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Map<Shown, Integer>> eldest) {
            return size() > MAX_REQUESTS;
        }
    };

    /** What is in this snapshot has been printed. */
    void shown(Trace trace) {
        Map<Shown, Integer> shown = new HashMap<>();
        trace.calls().forEach(call -> shown.merge(Shown.of(call), 1, Integer::sum));
        shownByTrace.put(trace.id(), shown);
    }

    /** The finished trace with those calls alone that were not printed while it was running. */
    Trace withoutShown(Trace trace) {
        Map<Shown, Integer> shown = shownByTrace.remove(trace.id());
        if (shown == null) {
            return trace;
        }
        List<Call> rest = new ArrayList<>();
        for (Call call : trace.calls()) {
            if (shown.merge(Shown.of(call), -1, Integer::sum) < 0) {
                rest.add(call);
            }
        }
        return trace.withCalls(rest);
    }

    private record Shown(long startNanos, Object operation) {
        static Shown of(Call call) {
            return new Shown(call.startNanos(), call.operation());
        }
    }
}

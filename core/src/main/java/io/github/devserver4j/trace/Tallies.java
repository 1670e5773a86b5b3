package io.github.devserver4j.trace;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The tallies of a request, one for each kind in the order of their first call. Not thread-safe. */
final class Tallies {

    private static final Logger LOG = OwnLog.get();
    private static final AtomicBoolean FAULT_TOLD = new AtomicBoolean();

    private final Map<CallKind, Tally> byKind = new LinkedHashMap<>();

    static Tallies of(List<Call> calls) {
        Tallies tallies = new Tallies();
        calls.forEach(tallies::add);
        return tallies;
    }

    /** Counts a call; where its kind's tally is at fault, the call is left out of the totals alone. */
    void add(Call call) {
        try {
            byKind.computeIfAbsent(call.kind(), CallKind::newTally).add(call);
        } catch (RuntimeException | LinkageError fault) {
            if (FAULT_TOLD.compareAndSet(false, true)) {
                LOG.log(Level.WARNING, "devserver failed to count a call", fault);
            }
        }
    }

    void addAll(Tallies others) {
        others.byKind.forEach((kind, tally) ->
                byKind.computeIfAbsent(kind, CallKind::newTally).addAll(tally));
    }

    List<KindTotal> totals() {
        List<KindTotal> totals = new ArrayList<>(byKind.size());
        byKind.forEach((kind, tally) -> totals.add(KindTotal.of(kind, tally)));
        return totals;
    }
}

package io.github.devserver4j.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tallies of a request, one for each kind in the order of their first call. Not thread-safe. */
final class Tallies {

    private final Map<CallKind, Tally> byKind = new LinkedHashMap<>();

    static Tallies of(List<Call> calls) {
        Tallies tallies = new Tallies();
        calls.forEach(tallies::add);
        return tallies;
    }

    void add(Call call) {
        byKind.computeIfAbsent(call.kind(), CallKind::newTally).add(call);
    }

    List<KindTotal> totals() {
        List<KindTotal> totals = new ArrayList<>(byKind.size());
        byKind.forEach((kind, tally) -> totals.add(KindTotal.of(kind, tally)));
        return totals;
    }
}

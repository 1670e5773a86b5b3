package io.github.devserver4j.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls of a request past its recorder's limit: counted by operation, in a bounded number of groups, and added to
 * the totals. Guarded by its recorder's lock.
 */
final class CallOverflow {

    /** Past this many operations of a kind, further ones are counted together in one last group. */
    private static final int MAX_GROUPS = 200;

    private static final Object OTHERS = new Object();

    private final Tallies tallies;
    private final Map<Key, Group> groups = new LinkedHashMap<>();
    private final Map<CallKind, Integer> groupsByKind = new HashMap<>();

    CallOverflow(List<Call> kept) {
        tallies = Tallies.of(kept);
    }

    void add(Call call) {
        tallies.add(call);
        group(call).add(call);
    }

    private Group group(Call call) {
        Group known = groups.get(new Key(call.kind(), call.operation()));
        if (known != null) {
            return known;
        }
        boolean room = groupsByKind.merge(call.kind(), 1, Integer::sum) <= MAX_GROUPS;
        Key key = new Key(call.kind(), room ? call.operation() : OTHERS);
        return groups.computeIfAbsent(key, k -> new Group(call));
    }

    List<CallGroup> groups() {
        List<CallGroup> frozen = new ArrayList<>(groups.size());
        groups.values().forEach(group -> frozen.add(group.frozen()));
        return frozen;
    }

    List<KindTotal> totals() {
        return tallies.totals();
    }

    private record Key(CallKind kind, Object operation) {}

    private static final class Group {
        private final Call example;
        private long count;
        private long durationNanos;

        Group(Call example) {
            this.example = example;
        }

        void add(Call call) {
            count++;
            durationNanos += call.durationNanos();
        }

        CallGroup frozen() {
            return new CallGroup(example.finished(), count, durationNanos);
        }
    }
}

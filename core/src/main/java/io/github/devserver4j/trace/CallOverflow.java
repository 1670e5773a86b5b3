package io.github.devserver4j.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls of a request past its recorder's limit: counted by operation, in a bounded number of groups, and added to
 * the totals. Guarded by its recorder's lock.
 */
final class CallOverflow {

    /** Past this many operations, further ones are counted with the last group of their kind's first call. */
    private static final int MAX_GROUPS = 200;

    private static final Object OTHERS = new Object();

    private final Tallies tallies;
    private final Map<Object, Group> groups = new LinkedHashMap<>();

    CallOverflow(List<Call> kept) {
        tallies = Tallies.of(kept);
    }

    void add(Call call) {
        tallies.add(call);
        Object key = new Key(call.kind(), call.operation());
        if (groups.size() >= MAX_GROUPS && !groups.containsKey(key)) {
            key = new Key(call.kind(), OTHERS);
        }
        groups.computeIfAbsent(key, k -> new Group(call)).add(call);
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

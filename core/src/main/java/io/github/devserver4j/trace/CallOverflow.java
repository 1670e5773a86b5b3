package io.github.devserver4j.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls of a request past its recorder's limit: counted by operation, in a bounded number of groups, and tallied.
 * Guarded by its recorder's lock.
 *
 * <p>The last {@value #LATEST} wait to be counted until others follow, or a snapshot is taken: the time that a statement
 * takes to fetch its rows comes after the call.
 */
final class CallOverflow {

    /** Past this many operations of a kind, further ones are counted together in one last group. */
    private static final int MAX_GROUPS = 200;

    private static final int LATEST = 16;

    private static final Object OTHERS = new Object();

    private final Tallies tallies = new Tallies();
    private final Map<Key, Group> groups = new LinkedHashMap<>();
    private final Map<CallKind, Integer> groupsByKind = new HashMap<>();
    private final Deque<Call> latest = new ArrayDeque<>(LATEST + 1);

    void add(Call call) {
        latest.addLast(call);
        if (latest.size() > LATEST) {
            count(latest.removeFirst());
        }
    }

    private void count(Call call) {
        tallies.add(call);
        group(call).add(call);
    }

    private void countLatest() {
        latest.forEach(this::count);
        latest.clear();
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
        countLatest();
        List<CallGroup> frozen = new ArrayList<>(groups.size());
        groups.values().forEach(group -> frozen.add(group.frozen()));
        return frozen;
    }

    /** Adds these calls to the tallies of those that were kept. */
    void addTo(Tallies kept) {
        countLatest();
        kept.addAll(tallies);
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

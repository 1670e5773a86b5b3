package io.github.devserver4j.testing;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.Tally;

/** A kind of calls whose summary says how many there were. */
public record TestKind(String tag, String summary) implements CallKind {

    /** Sums up as {@code 2 calls}. */
    public static final TestKind TEST = new TestKind("test", "%d calls");

    @Override
    public Tally newTally() {
        return new Tally() {
            private long count;
            private long durationNanos;

            @Override
            public void add(Call call) {
                count++;
                durationNanos += call.durationNanos();
            }

            @Override
            public void addAll(Tally other) {
                count += other.count();
                durationNanos += other.durationNanos();
            }

            @Override
            public long count() {
                return count;
            }

            @Override
            public long durationNanos() {
                return durationNanos;
            }

            @Override
            public String summary() {
                return summary.formatted(count);
            }
        };
    }
}

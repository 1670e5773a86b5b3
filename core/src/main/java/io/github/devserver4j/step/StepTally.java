package io.github.devserver4j.step;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Tally;

/** Counts steps, and says nothing of it: each is shown, and they lie within each other. */
final class StepTally implements Tally {

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
        return "";
    }
}

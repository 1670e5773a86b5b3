package io.github.devserver4j.step;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a request while it is taken. It is recorded where it begins, so that it stands above what happens within it.
 * Ended once, on any thread; none of its methods throws.
 */
public final class Step implements Call {

    private final TraceRecorder recorder;
    private final StepKind kind;
    private final String name;
    private final long startNanos;
    private volatile @Nullable End end;

    private Step(TraceRecorder recorder, StepKind kind, String name) {
        this.recorder = recorder;
        this.kind = kind;
        this.name = name;
        this.startNanos = recorder.now();
    }

    /**
     * Begins a step of the request that {@code recorder} records.
     *
     * @param name what the line says: {@code OwnerController#showOwner}
     */
    public static Step begin(TraceRecorder recorder, StepKind kind, String name) {
        Step step = new Step(recorder, kind, name);
        try {
            recorder.add(step);
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
        return step;
    }

    /** The step is over, and there is nothing to say of it. */
    public void end() {
        end(null, null);
    }

    /**
     * The step is over; only the first end counts.
     *
     * @param outcome what became of it: {@code committed}; null if there is nothing to say
     * @param thrown what it has ended with; null if with nothing
     */
    public void end(@Nullable String outcome, @Nullable Throwable thrown) {
        if (end == null) {
            end = new End(recorder.now() - startNanos, outcome, thrown);
        }
    }

    /** Whether it is over. */
    public boolean isEnded() {
        return end != null;
    }

    @Override
    public StepKind kind() {
        return kind;
    }

    @Override
    public long startNanos() {
        return startNanos;
    }

    @Override
    public long durationNanos() {
        End known = end;
        return known == null ? recorder.now() - startNanos : known.durationNanos;
    }

    @Override
    public @Nullable String error() {
        End known = end;
        return known == null || known.thrown == null ? null : OneLine.ofThrown(known.thrown);
    }

    /** A framework takes the step. */
    @Override
    public @Nullable StackTraceElement callSite() {
        return null;
    }

    @Override
    public Object operation() {
        return name;
    }

    @Override
    public String summary() {
        End known = end;
        return known == null || known.outcome == null ? name : name + ", " + known.outcome;
    }

    @Override
    public List<String> lines(TextStyle style) {
        List<String> lines = new ArrayList<>(List.of(summary()));
        String error = error();
        if (error != null) {
            lines.add("-- " + error);
        }
        return lines;
    }

    private record End(
            long durationNanos,
            @Nullable String outcome,
            @Nullable Throwable thrown) {}
}

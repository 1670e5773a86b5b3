package io.github.devserver4j.testing;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call as an integration would record it. Lines of {@code text} after the first are its later lines. */
public record TestCall(
        CallKind kind,
        String text,
        long startNanos,
        long durationNanos,
        boolean listed,
        @Nullable String outcome) implements Call {

    /** A call of the kind {@link TestKind#TEST} that began at 0 and took no time. */
    public static TestCall of(String text) {
        return at(0, text);
    }

    /** A call of the kind {@link TestKind#TEST} that began at this reading and took no time. */
    public static TestCall at(long startNanos, String text) {
        return new TestCall(TestKind.TEST, text, startNanos, 0, true, null);
    }

    /** Adds a call to the request that this thread works for, if any. */
    public static void record(CurrentTrace current, String text) {
        TraceRecorder recorder = current.get();
        if (recorder != null) {
            recorder.add(at(recorder.now(), text));
        }
    }

    /** This call with another kind. */
    public TestCall of(CallKind other) {
        return new TestCall(other, text, startNanos, durationNanos, listed, outcome);
    }

    /** This call with another duration. */
    public TestCall lasting(long nanos) {
        return new TestCall(kind, text, startNanos, nanos, listed, outcome);
    }

    /** This call, not printed by itself. */
    public TestCall unlisted() {
        return new TestCall(kind, text, startNanos, durationNanos, false, outcome);
    }

    /** This call with something that became known after it. */
    public TestCall with(String newOutcome) {
        return new TestCall(kind, text, startNanos, durationNanos, listed, newOutcome);
    }

    @Override
    public String summary() {
        return text.lines().findFirst().orElse("");
    }

    @Override
    public List<String> lines(TextStyle style) {
        return text.lines().toList();
    }

    @Override
    public @Nullable String error() {
        return null;
    }

    @Override
    public @Nullable StackTraceElement callSite() {
        return null;
    }
}

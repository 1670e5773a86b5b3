package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.CallSiteText;
import io.github.devserver4j.trace.TextStyle;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Getting a connection from a data source: {@code waited 52ms for a connection}. Listed if it was slow. Immutable. */
public record ConnectionCall(
        long startNanos,
        long durationNanos,
        @Nullable String error,
        @Nullable StackTraceElement callSite) implements Call {

    static final long LISTED_FROM_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    @Override
    public CallKind kind() {
        return SqlKind.SQL;
    }

    @Override
    public String summary() {
        return "waited " + TimeUnit.NANOSECONDS.toMillis(durationNanos) + "ms for a connection";
    }

    /** Waits have their time in common and nothing else. */
    @Override
    public Object operation() {
        return ConnectionCall.class;
    }

    @Override
    public boolean listed() {
        return error != null || durationNanos >= LISTED_FROM_NANOS;
    }

    @Override
    public String operationText(TextStyle style) {
        return "waiting for a connection";
    }

    @Override
    public List<String> lines(TextStyle style) {
        return CallSiteText.lines(summary(), error, callSite);
    }
}

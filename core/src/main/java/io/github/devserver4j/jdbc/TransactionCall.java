package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.CallSiteText;
import io.github.devserver4j.trace.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a transaction, or of a part of one, that the application asked for. Immutable.
 *
 * @param summary {@code COMMIT}, {@code ROLLBACK} or {@code ROLLBACK TO SAVEPOINT name}
 */
public record TransactionCall(
        String summary,
        long startNanos,
        long durationNanos,
        @Nullable String error,
        @Nullable StackTraceElement callSite)
        implements Call {

    @Override
    public CallKind kind() {
        return SqlKind.SQL;
    }

    @Override
    public List<String> lines(TextStyle style) {
        return CallSiteText.lines(summary, error, callSite);
    }
}

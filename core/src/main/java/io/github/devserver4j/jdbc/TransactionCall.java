package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.CallSiteText;
import io.github.devserver4j.trace.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a transaction, or of a part of one, that the application asked for. Listed if something may have been written,
 * if it failed or if it was slow. Immutable.
 *
 * @param summary {@code COMMIT}, {@code ROLLBACK} or {@code ROLLBACK TO SAVEPOINT name}
 * @param mayHaveWritten false where nothing but {@code SELECT} was seen in the transaction
 */
public record TransactionCall(
        String summary,
        long startNanos,
        long durationNanos,
        @Nullable String error,
        @Nullable StackTraceElement callSite,
        boolean mayHaveWritten)
        implements Call {

    @Override
    public CallKind kind() {
        return SqlKind.SQL;
    }

    @Override
    public boolean listed() {
        return mayHaveWritten || error != null || durationNanos >= ConnectionCall.LISTED_FROM_NANOS;
    }

    @Override
    public List<String> lines(TextStyle style) {
        return CallSiteText.lines(summary, error, callSite);
    }
}

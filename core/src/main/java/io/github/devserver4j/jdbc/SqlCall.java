package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a statement. Immutable.
 *
 * @param statement what was sent
 * @param result what came back
 * @param startNanos when the execution began
 * @param executeNanos how long the execution took, in nanoseconds
 * @param fetchNanos how long fetching its rows took, in nanoseconds; a lower bound (see {@link FetchClock})
 * @param callSite the application's line; null where it was not looked for or not found
 * @param callSiteAssumed whether the line is that of the other rounds of a loop, and was not looked up for this one
 * @param activity what the thread was about besides: {@code while the view renders}; null if nothing was told
 * @param secrets which values are masked
 */
public record SqlCall(
        SqlStatement statement,
        SqlResult result,
        long startNanos,
        long executeNanos,
        long fetchNanos,
        @Nullable StackTraceElement callSite,
        boolean callSiteAssumed,
        @Nullable String activity,
        Secrets secrets)
        implements Query {

    /** A call whose call site was looked up. */
    SqlCall(
            SqlStatement statement,
            SqlResult result,
            long startNanos,
            long executeNanos,
            long fetchNanos,
            @Nullable StackTraceElement callSite,
            Secrets secrets) {
        this(statement, result, startNanos, executeNanos, fetchNanos, callSite, false, null, secrets);
    }

    @Override
    public CallKind kind() {
        return SqlKind.SQL;
    }

    /** Execution and fetching together. */
    @Override
    public long durationNanos() {
        return executeNanos + fetchNanos;
    }

    @Override
    public @Nullable String error() {
        return result.error();
    }

    @Override
    public String operation() {
        return statement.text();
    }

    @Override
    public Object identity() {
        return statement.identity();
    }

    @Override
    public String summary() {
        return SqlCallText.summary(this);
    }

    @Override
    public List<String> lines(TextStyle style) {
        return SqlCallText.lines(this, style);
    }

    @Override
    public String operationText(TextStyle style) {
        return SqlCallText.operation(this, style);
    }

    @Override
    public @Nullable String outcome() {
        if (statement.type() == SqlStatement.Type.BATCH) {
            return "Executed " + statement.executions() + " times";
        }
        return result.rows() < 0 ? null : "Found " + result.rows() + " matching rows";
    }
}

package io.github.devserver4j.jdbc;

import io.github.devserver4j.sql.SqlDialect;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a statement while its rows and results still come in; ends as a {@link SqlCall}. See
 * {@link InFlightCall} for its threads.
 */
final class SqlExecution extends InFlightCall implements Query {

    private final SqlStatement.Type type;
    private final String sql;
    private final Bindings bindings;
    private final SqlDialect dialect;
    private final Secrets secrets;
    private final @Nullable String activity;
    private long fetchNanos;
    private long rows = SqlResult.UNKNOWN;
    private int unknownResults;
    private long updateCount = SqlResult.UNKNOWN;
    private boolean updateCountSeen;
    private boolean outcomeTold;

    SqlExecution(
            TraceRecorder recorder,
            SqlStatement.Type type,
            String sql,
            Bindings bindings,
            SqlDialect dialect,
            Secrets secrets,
            @Nullable String activity,
            long startNanos) {
        super(recorder, startNanos);
        this.type = type;
        this.sql = sql;
        this.bindings = bindings;
        this.dialect = dialect;
        this.secrets = secrets;
        this.activity = activity;
    }

    @Override
    void note(@Nullable Object result) {
        if (result instanceof Number count) {
            updateCount(count.longValue());
        } else if (result instanceof int[] counts) {
            for (int count : counts) {
                addUpdateCount(count);
            }
        } else if (result instanceof long[] counts) {
            for (long count : counts) {
                addUpdateCount(count);
            }
        }
    }

    @Override
    void added() {
        if (type == SqlStatement.Type.BATCH) {
            complete();
        }
    }

    /** The update count of the current result, which an application may ask for more than once. */
    void updateCount(long count) {
        if (!updateCountSeen) {
            updateCountSeen = true;
            addUpdateCount(count);
        }
    }

    /** What comes now is a further result of the same execution. */
    void nextResult() {
        updateCountSeen = false;
    }

    /** Negative numbers say that there is none, or that the driver can't tell. */
    private void addUpdateCount(long count) {
        if (count >= 0) {
            updateCount = Math.max(updateCount, 0) + count;
        }
    }

    /** Further rows were read, or the first 0 if there are none. */
    void addRows(long count) {
        rows = Math.max(rows, 0) + count;
    }

    /** Tells whether one of its result sets is where no row number is known. */
    void rowsKnown(boolean known) {
        unknownResults += known ? -1 : 1;
    }

    /** What can be said of the rows; nothing of a result set that nobody has looked into. */
    private long rows() {
        return unknownResults > 0 ? SqlResult.UNKNOWN : rows;
    }

    void addFetchNanos(long nanos) {
        fetchNanos += nanos;
    }

    /** A reading of the clock, or 0 if that fails. */
    long now() {
        try {
            return recorder.now();
        } catch (Throwable fault) {
            Faults.report(fault);
            return 0;
        }
    }

    /** No more rows will come, or the batch has run. */
    void complete() {
        boolean known = rows() >= 0 || type == SqlStatement.Type.BATCH;
        if (known && !outcomeTold) {
            outcomeTold = true;
            try {
                recorder.outcome(this);
            } catch (Throwable fault) {
                Faults.report(fault);
            }
        }
    }

    @Override
    public long durationNanos() {
        return super.durationNanos() + fetchNanos;
    }

    @Override
    public boolean listed() {
        return true;
    }

    @Override
    List<String> maskedLiterals() {
        return SqlCallText.masked(statement(), secrets);
    }

    @Override
    public Object operation() {
        return sql;
    }

    @Override
    public Object identity() {
        return statement().identity();
    }

    /** Right after the execution no row has been read yet: {@link #outcome()} tells how many there were. */
    @Override
    public List<String> lines(TextStyle style) {
        return withRows(SqlResult.UNKNOWN).lines(style);
    }

    @Override
    public SqlCall finished() {
        return withRows(rows());
    }

    private SqlCall withRows(long rowCount) {
        SqlResult result = new SqlResult(rowCount, updateCount, error());
        return new SqlCall(
                statement(),
                result,
                startNanos(),
                super.durationNanos(),
                fetchNanos,
                callSite(),
                isCallSiteAssumed(),
                activity,
                secrets);
    }

    private SqlStatement statement() {
        return new SqlStatement(type, sql, dialect, bindings.executions(), bindings.lists(), bindings.named());
    }
}

package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.cql.ExecutionInfo;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.RemoteCall;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Timing;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a session while its answer is awaited and its pages are fetched; ends as a {@link CassandraCall}. See
 * {@link RemoteCall} for the order and the threads; pages may be told after the end, on any thread.
 */
final class CassandraExchange extends RemoteCall {

    private final CassandraSource source;
    private final CqlRequest request;
    private @Nullable ExecutionInfo info;
    private @Nullable Throwable failure;
    private int rows = -1;
    private boolean complete = true;
    private boolean applied = true;
    private boolean alreadyPrepared;
    private volatile @Nullable FurtherPages further;

    CassandraExchange(TraceRecorder recorder, CassandraSource source, CqlRequest request) {
        super(recorder);
        this.source = source;
        this.request = request;
    }

    /** What the first page told; before the end. */
    void answered(@Nullable ExecutionInfo executionInfo, int rowsOfPage, boolean last, boolean wasApplied) {
        info = executionInfo;
        rows = rowsOfPage;
        complete = last;
        applied = wasApplied;
    }

    /** The driver had the statement; before the end. */
    void alreadyPrepared() {
        alreadyPrepared = true;
    }

    /** Ends the call with an exception, which may tell of the nodes that were asked. */
    void failed(Throwable thrown) {
        failure = thrown;
        fail(thrown);
    }

    /** A further page has come. */
    void fetched(ExecutionInfo page, int rowsOfPage, long nanos, boolean last) {
        try {
            further().fetched(page, rowsOfPage, nanos, last);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** A further page could not be fetched. */
    void fetchFailed(Throwable thrown, long nanos) {
        try {
            further().failed(thrown, nanos);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** The clock that pages are timed by, in nanoseconds. */
    long now() {
        return recorder().now();
    }

    private synchronized FurtherPages further() {
        FurtherPages pages = further;
        if (pages == null) {
            pages = new FurtherPages();
            further = pages;
        }
        return pages;
    }

    @Override
    public CallKind kind() {
        return CassandraKind.CASSANDRA;
    }

    @Override
    public Object operation() {
        return request.operation();
    }

    @Override
    public String operationText(TextStyle style) {
        return CassandraCallText.operation(request.type(), request.text(), source.secrets());
    }

    @Override
    public Object identity() {
        try {
            return request.fingerprint();
        } catch (Throwable unreadable) { // an application's value
            return this;
        }
    }

    CqlStatement.Type type() {
        return request.type();
    }

    /** Without any text being made. */
    CqlCounts counts() {
        boolean over = isEnded(); // read first: it publishes the others
        CqlCounts known = over ? firstCounts() : CqlCounts.NONE;
        FurtherPages pages = further;
        return pages == null ? known : pages.countedAfter(known);
    }

    private CqlCounts firstCounts() {
        try {
            ExecutionInfo known = executionInfo();
            return new CqlCounts(
                    0,
                    Attempts.retries(known, failure).size(),
                    known == null ? 0 : known.getSpeculativeExecutionCount(),
                    applied,
                    alreadyPrepared);
        } catch (Throwable unreadable) {
            Faults.report(unreadable);
            return CqlCounts.NONE;
        }
    }

    private @Nullable ExecutionInfo executionInfo() {
        ExecutionInfo answer = info;
        Throwable thrown = failure;
        return answer == null && thrown != null ? Attempts.infoOf(thrown) : answer;
    }

    @Override
    public CassandraCall finished() {
        StatementReader reader = new StatementReader(source);
        CqlStatement statement = statement(reader);
        CqlResult result = result();
        List<String> warnings = result.warnings().stream()
                .map(warning -> OneLine.of(reader.masked(warning)))
                .toList();
        return new CassandraCall(statement, result.withWarnings(warnings), timing(reader), source.secrets());
    }

    private CqlStatement statement(StatementReader reader) {
        try {
            return reader.read(request);
        } catch (Throwable unreadable) {
            Faults.report(unreadable);
            return new CqlStatement(request.type(), List.of(), 0, Fingerprint.of(request.type()));
        }
    }

    private Timing timing(StatementReader reader) {
        Timing first = timing();
        FurtherPages pages = further;
        Throwable fetchFailure = pages == null ? null : pages.failure();
        String error = fetchFailure == null ? first.error() : reader.errorText(fetchFailure);
        return new Timing(
                first.startNanos(),
                first.durationNanos() + (pages == null ? 0 : pages.nanos()),
                first.ended(),
                error,
                first.callSite(),
                first.callSiteAssumed());
    }

    private CqlResult result() {
        boolean over = isEnded(); // read first: it publishes the others
        CqlResult known = over ? firstPage() : CqlResult.unknown();
        FurtherPages pages = further;
        return pages == null ? known : pages.after(known);
    }

    private CqlResult firstPage() {
        Throwable thrown = failure;
        try {
            ExecutionInfo known = executionInfo();
            return new CqlResult(
                    rows,
                    thrown == null ? 1 : 0,
                    complete,
                    0,
                    Attempts.coordinator(known, thrown),
                    Attempts.retries(known, thrown),
                    known == null ? 0 : known.getSpeculativeExecutionCount(),
                    applied,
                    alreadyPrepared,
                    request.given() instanceof Statement<?> statement && type() != CqlStatement.Type.PREPARE
                            ? source.consistency(statement)
                            : null,
                    known == null ? List.of() : known.getWarnings());
        } catch (Throwable unreadable) {
            Faults.report(unreadable);
            return CqlResult.unknown();
        }
    }

    /** The server may repeat values. */
    @Override
    protected String errorText(Throwable error) {
        StatementReader reader = new StatementReader(source);
        statement(reader);
        return reader.errorText(error);
    }
}

package io.github.devserver4j.cassandra;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.TimedCall;
import io.github.devserver4j.trace.Timing;
import java.util.List;

/**
 * One call of a Cassandra session: a query with all its pages, a batch, or the preparation of a statement. Immutable.
 *
 * @param statement what was sent
 * @param result what came back
 * @param timing when, from where, and how it ended; the time of all pages is part of its duration
 * @param secrets what is masked when it is shown
 */
public record CassandraCall(CqlStatement statement, CqlResult result, Timing timing, Secrets secrets)
        implements TimedCall {

    @Override
    public CallKind kind() {
        return CassandraKind.CASSANDRA;
    }

    @Override
    public Object operation() {
        return statement.operation();
    }

    @Override
    public Object identity() {
        return statement.fingerprint();
    }

    @Override
    public String summary() {
        return CassandraCallText.summary(this);
    }

    @Override
    public List<String> lines(TextStyle style) {
        return CassandraCallText.lines(this, style);
    }

    @Override
    public String operationText(TextStyle style) {
        return CassandraCallText.operation(this, style);
    }
}

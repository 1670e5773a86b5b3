package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PrepareRequest;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the application gave to a session, as it gave it. Its statements are immutable.
 *
 * @param type what was asked
 * @param given a statement, its text, or the request to prepare one
 * @param values of a statement given as text: an array, or a map by name
 */
record CqlRequest(
        CqlStatement.Type type, Object given, @Nullable Object values) {

    static CqlRequest of(Statement<?> statement) {
        return new CqlRequest(typeOf(statement), statement, null);
    }

    static CqlRequest of(String query, @Nullable Object values) {
        return new CqlRequest(CqlStatement.Type.QUERY, query, values);
    }

    /** A statement to prepare: its text, a {@link SimpleStatement} or a {@link PrepareRequest}. */
    static CqlRequest prepare(Object statement) {
        return new CqlRequest(CqlStatement.Type.PREPARE, statement, null);
    }

    /** The statement that was given, one given with values as text included. */
    Object statement() {
        return given instanceof String query && values != null ? simple(query, values) : given;
    }

    @SuppressWarnings("unchecked") // as the session's methods declare it
    private static Object simple(String query, Object values) {
        try {
            return values instanceof Map<?, ?> named
                    ? SimpleStatement.newInstance(query, (Map<String, Object>) named)
                    : SimpleStatement.newInstance(query, (Object[]) values);
        } catch (RuntimeException invalid) { // as the driver has found it, too
            return query;
        }
    }

    private static CqlStatement.Type typeOf(Statement<?> statement) {
        if (!(statement instanceof BatchStatement batch)) {
            return CqlStatement.Type.QUERY;
        } else if (batch.getBatchType() == DefaultBatchType.LOGGED) {
            return CqlStatement.Type.BATCH;
        }
        return batch.getBatchType() == DefaultBatchType.COUNTER
                ? CqlStatement.Type.COUNTER_BATCH
                : CqlStatement.Type.UNLOGGED_BATCH;
    }

    Object operation() {
        return type == CqlStatement.Type.QUERY ? text() : new CqlOperation(type, text());
    }

    /** The statement's text; of a batch that of its first statement. */
    String text() {
        return text(given);
    }

    private static String text(@Nullable Object content) {
        if (content instanceof BoundStatement bound) {
            return bound.getPreparedStatement().getQuery();
        } else if (content instanceof SimpleStatement simple) {
            return simple.getQuery();
        } else if (content instanceof PrepareRequest request) {
            return request.getQuery();
        } else if (content instanceof BatchStatement batch) {
            return batch.size() == 0 ? "" : text(batch.iterator().next());
        }
        return String.valueOf(content); // which the driver is about to complain of if it is null
    }

    /** Equal for requests with the same statements and values, as far as their hashes tell. */
    Fingerprint fingerprint() {
        Fingerprint hash = Fingerprint.of(type);
        Object content = statement();
        if (content instanceof BatchStatement batch) {
            for (BatchableStatement<?> statement : batch) {
                hash = with(hash, statement);
            }
            return hash;
        }
        return with(hash, content);
    }

    private static Fingerprint with(Fingerprint hash, Object statement) {
        Fingerprint withText = hash.and(text(statement));
        if (statement instanceof BoundStatement bound) {
            return withText.and(bound.getValues());
        } else if (statement instanceof SimpleStatement simple) {
            return withText.and(simple.getPositionalValues()).and(simple.getNamedValues());
        }
        return withText;
    }
}

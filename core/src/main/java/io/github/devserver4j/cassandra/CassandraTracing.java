package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import io.github.devserver4j.trace.CurrentTrace;

/**
 * Records the queries of Cassandra sessions: the Java driver 4, as {@code org.apache.cassandra:java-driver-core} or
 * {@code com.datastax.oss:java-driver-core}.
 *
 * <pre>
 * CqlSession session = CassandraTracing.create(devServer.currentTrace()).wrap(CqlSession.builder().build());
 * </pre>
 *
 * <p>Mappers, query builders and whatever else takes a session are given the wrapped one. Immutable, thread-safe.
 */
public final class CassandraTracing {

    private final CurrentTrace currentTrace;

    private CassandraTracing(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    /** Records into the requests of {@code currentTrace}. */
    public static CassandraTracing create(CurrentTrace currentTrace) {
        return new CassandraTracing(currentTrace);
    }

    /**
     * A session that does what {@code session} does, and records what is asked of it. A result with more than one page
     * comes in a wrapper that counts the pages, and so do stages and reactive results. A session that is wrapped for
     * the same current trace already is returned as it is.
     */
    public CqlSession wrap(CqlSession session) {
        if (session instanceof TracedSession traced && traced.isTracedBy(currentTrace)) {
            return session;
        }
        return new TracedSession(session, CassandraCalls.of(currentTrace, session));
    }
}

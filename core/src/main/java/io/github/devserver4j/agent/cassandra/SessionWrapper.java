package io.github.devserver4j.agent.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.cassandra.CassandraTracing;
import java.util.function.BiFunction;

/** Wraps each session that a builder has built. Thread-safe. */
public final class SessionWrapper implements BiFunction<Object, Object, Object> {

    private final CassandraTracing tracing;

    /** For the requests of this recording. */
    public SessionWrapper(Recording recording) {
        this.tracing = CassandraTracing.create(recording.currentTrace());
    }

    @Override
    public Object apply(Object self, Object value) {
        return value instanceof CqlSession session ? tracing.wrap(session) : value;
    }
}

package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfig;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.type.codec.registry.CodecRegistry;
import io.github.devserver4j.trace.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Whose calls are recorded, and what of them is masked. Immutable, thread-safe.
 *
 * @param session the driver's
 */
record CassandraSource(CqlSession session, Secrets secrets) {

    CodecRegistry codecs() {
        return session.getContext().getCodecRegistry();
    }

    /** The statement's own consistency level; null if it has that of its profile. */
    @Nullable
    String consistency(Statement<?> statement) {
        if (statement.getConsistencyLevel() == null) {
            return null;
        }
        String level = statement.getConsistencyLevel().name();
        String usual = profile(statement).getString(DefaultDriverOption.REQUEST_CONSISTENCY);
        return level.equals(usual) ? null : level;
    }

    private DriverExecutionProfile profile(Statement<?> statement) {
        DriverExecutionProfile profile = statement.getExecutionProfile();
        if (profile != null) {
            return profile;
        }
        DriverConfig config = session.getContext().getConfig();
        String name = statement.getExecutionProfileName();
        return name == null || name.isEmpty() ? config.getDefaultProfile() : config.getProfile(name);
    }
}

package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The prepared statements that a session has handed out: the driver keeps them and hands out the same one again without
 * asking a server. Thread-safe; keeps none of them alive.
 */
final class PreparedStatements {

    private final Map<PreparedStatement, Boolean> known = Collections.synchronizedMap(new WeakHashMap<>());

    /** Whether it was handed out before; it is known from now on. */
    boolean isKnown(PreparedStatement statement) {
        return known.put(statement, true) != null;
    }
}

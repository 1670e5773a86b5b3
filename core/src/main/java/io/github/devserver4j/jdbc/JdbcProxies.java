package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TraceRecorder;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * What all proxies have in common: whom they record for, and whether they show the driver's interfaces. Immutable.
 *
 * @param transparent whether facades have the driver's own interfaces too
 */
record JdbcProxies(CurrentTrace currentTrace, Secrets secrets, boolean transparent) {

    /** The recorder of the request that the current thread works for; null if nothing is to be recorded. */
    @Nullable
    TraceRecorder recorder() {
        return currentTrace.get();
    }

    /** The connection as the application is to see it; one that is a proxy already stays as it is. */
    Connection connection(Connection raw, DialectLookup dialect) {
        return JdbcProxy.of(raw) == null ? TracingConnection.of(raw, this, dialect) : raw;
    }

    /** How the application is to see a wrapper of ours. */
    <T> T facade(T wrapper, JdbcProxy proxy, Class<T> jdbcType) {
        return transparent ? TransparentHandler.facade(wrapper, proxy, jdbcType) : wrapper;
    }
}

package io.github.devserver4j.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the application asked of the driver. */
@FunctionalInterface
interface JdbcWork<T extends @Nullable Object> {

    T run() throws SQLException;

    /** Does it and tells {@code call}, if there is one, how it went; result and exception are the driver's. */
    default T recordedAs(@Nullable InFlightCall call) throws SQLException {
        if (call == null) {
            return run();
        }
        T result;
        try {
            result = run();
        } catch (Throwable thrown) {
            call.failed(thrown);
            throw thrown;
        }
        call.returned(result);
        return result;
    }
}

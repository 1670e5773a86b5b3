package io.github.devserver4j.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the application asked of the driver. */
@FunctionalInterface
interface JdbcWork<T extends @Nullable Object> {

    T run() throws SQLException;
}

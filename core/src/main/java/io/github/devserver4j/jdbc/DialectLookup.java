package io.github.devserver4j.jdbc;

import io.github.devserver4j.sql.SqlDialect;
import java.sql.Connection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds out the dialect of a data source's connections, once and when it is first needed. Thread-safe.
 *
 * <p>A driver's connection is told by its class. Only for a pool's, which says nothing, the product's name is asked
 * for: all drivers have it at hand without asking the database.
 */
final class DialectLookup {

    private volatile @Nullable SqlDialect known;

    /** On the thread that is using the connection. Throws nothing. */
    SqlDialect of(Connection connection) {
        SqlDialect dialect = known;
        if (dialect == null) {
            dialect = find(connection);
            known = dialect;
        }
        return dialect;
    }

    /** As {@link #of}, asking nothing of the connection: what is known already or its class tells, or the standard. */
    SqlDialect unasked(Connection connection) {
        SqlDialect dialect = known;
        if (dialect == null) {
            dialect = ofClass(connection.getClass().getName().toLowerCase(Locale.ROOT));
        }
        return dialect == null ? SqlDialect.STANDARD : dialect;
    }

    private static SqlDialect find(Connection connection) {
        SqlDialect byClass = ofClass(connection.getClass().getName().toLowerCase(Locale.ROOT));
        if (byClass != null) {
            return byClass;
        }
        try {
            return SqlDialect.ofProduct(connection.getMetaData().getDatabaseProductName());
        } catch (Throwable unknown) { // a driver that is no help must not be our application's problem
            return SqlDialect.STANDARD;
        }
    }

    private static @Nullable SqlDialect ofClass(String name) {
        if (name.startsWith("org.h2.")) {
            return SqlDialect.H2;
        }
        if (name.startsWith("org.postgresql.")) {
            return SqlDialect.POSTGRESQL;
        }
        if (name.startsWith("com.mysql.") || name.startsWith("org.mariadb.")) {
            return SqlDialect.MYSQL;
        }
        if (name.startsWith("oracle.")) {
            return SqlDialect.ORACLE;
        }
        return name.startsWith("com.microsoft.sqlserver.") ? SqlDialect.SQL_SERVER : null;
    }
}

package io.github.devserver4j.sql;

import java.util.Locale;

/** The differences between databases that matter for splitting a statement into tokens. */
public enum SqlDialect {
    STANDARD,
    POSTGRESQL,
    MYSQL,
    H2,
    ORACLE,
    SQL_SERVER;

    /** The dialect of a database by its {@code DatabaseMetaData.getDatabaseProductName()}. */
    public static SqlDialect ofProduct(String productName) {
        String name = productName.toLowerCase(Locale.ROOT);
        if (name.contains("postgres")) {
            return POSTGRESQL;
        }
        if (name.contains("mysql") || name.contains("mariadb")) {
            return MYSQL;
        }
        if (name.equals("h2")) {
            return H2;
        }
        if (name.contains("oracle")) {
            return ORACLE;
        }
        return name.contains("microsoft sql server") ? SQL_SERVER : STANDARD;
    }
}

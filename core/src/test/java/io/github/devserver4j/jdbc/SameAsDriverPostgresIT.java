package io.github.devserver4j.jdbc;

import javax.sql.DataSource;

/** The same work on PostgreSQL with and without us has the same answers. */
class SameAsDriverPostgresIT extends SameAsDriverTest {

    @Override
    DataSource dataSource() {
        return Databases.postgres();
    }

    @Override
    boolean isPostgres() {
        return true;
    }
}

package io.github.devserver4j.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.TextStyle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How definitions, calls and what else there is are laid out. */
class OtherStatementLayoutTest {

    private static final String SAMPLES = """
            [STANDARD]
            create table t (a int primary key, b varchar(3) not null, foreign key (b) references x(y) on delete cascade)
            =>
            CREATE TABLE t (a int PRIMARY KEY, b varchar(3) NOT NULL, FOREIGN KEY (b) REFERENCES x(y) ON DELETE CASCADE)

            [STANDARD]
            create view v as select a, b from t where c = 1 and d = 2
            =>
            CREATE VIEW v AS
            SELECT ...
            FROM t
            WHERE c = 1
              AND d = 2

            [STANDARD]
            {? = call foo(?, ?)}
            =>
            {1 = CALL foo('v2', 3)}

            [STANDARD]
            call foo(1,2)
            =>
            CALL foo(1,2)

            [POSTGRESQL]
            explain (analyze, buffers) select a from t where a=1 and data ?? 'x' and data ??| array['a'] and x::text = ? and data->>'password' = ?
            =>
            EXPLAIN (analyze, buffers) SELECT ...
            FROM t
            WHERE a=1
              AND data ? 'x'
              AND data ?| array['a']
              AND x::text = 1
              AND data->>'password' = '***'

            [STANDARD]
            grant select on t to bob
            =>
            GRANT SELECT ON t TO bob

            [STANDARD]
            CREATE USER bob PASSWORD 'y'
            =>
            CREATE USER bob PASSWORD '***'

            [MYSQL]
            CREATE USER 'bob'@'%' IDENTIFIED BY 'y'
            =>
            CREATE USER 'bob'@'%' IDENTIFIED BY '***'

            [POSTGRESQL]
            ALTER ROLE bob WITH ENCRYPTED PASSWORD 'y' VALID UNTIL '2030'
            =>
            ALTER ROLE bob WITH ENCRYPTED PASSWORD '***' VALID UNTIL '2030'

            [ORACLE]
            alter user bob identified by tiger
            =>
            ALTER USER bob IDENTIFIED BY '***'

            [STANDARD]
            select 1; select a from b; update t set a = 1
            =>
            SELECT 1;
            SELECT ...
            FROM b;
            UPDATE t
            SET a = 1

            [MYSQL]
            ALTER USER bob IDENTIFIED WITH mysql_native_password BY ?
            =>
            ALTER USER bob IDENTIFIED WITH mysql_native_password BY '***'

            [ORACLE]
            alter user bob identified by tiger account unlock
            =>
            ALTER USER bob IDENTIFIED BY '***' account unlock

            [MYSQL]
            SET PASSWORD FOR 'bob'@'%' = 'secret'
            =>
            SET PASSWORD FOR '***'@'***' = '***'

            [H2]
            CREATE USER IF NOT EXISTS sa SALT 'ab' HASH 'cd' ADMIN
            =>
            CREATE USER IF NOT EXISTS sa SALT 'ab' HASH 'cd' ADMIN

            [SQL_SERVER]
            CREATE LOGIN bob WITH PASSWORD = 'x', DEFAULT_DATABASE = db
            =>
            CREATE LOGIN bob WITH PASSWORD = '***', DEFAULT_DATABASE = db

            [STANDARD]
            begin
            =>
            BEGIN

            [STANDARD]
            lock table t in exclusive mode
            =>
            lock TABLE t IN exclusive mode

            [STANDARD]
            explain select a from t where b = 1 and c = 2
            =>
            EXPLAIN SELECT ...
            FROM t
            WHERE b = 1
              AND c = 2
            """;

    static Stream<LayoutSample> samples() {
        return LayoutSample.parse(SAMPLES);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isLaidOutAsSqlparseDoesIt(LayoutSample sample) {
        assertThat(sample.laidOut(TextStyle.TRUNCATED)).isEqualTo(sample.expected());
    }
}

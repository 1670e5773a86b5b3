package io.github.devserver4j.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.TextStyle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How statements that write are laid out. */
class WriteLayoutTest {

    private static final String SAMPLES = """
            [STANDARD]
            insert into t (a,b,c) values (?,?,?)
            =>
            INSERT INTO t (a,b,c)
            VALUES (1,'v2',3)

            [POSTGRESQL]
            insert into t (a,password,c) values (1,2,3),(4,5,6) on conflict (a) do update set b = 1, c=2, password = ? where t.x = 1 returning id, password
            =>
            INSERT INTO t (a,password,c)
            VALUES (1,'***',3),(4,'***',6)
            ON CONFLICT (a) DO UPDATE SET b = 1, c=2, password = '***'
            WHERE t.x = 1
            RETURNING id, password

            [STANDARD]
            update users set a = ?, password = ? where id = ? and v = 4
            =>
            UPDATE users
            SET a = 1, password = '***'
            WHERE id = 3
              AND v = 4

            [STANDARD]
            delete from t where id=1
            =>
            DELETE FROM t
            WHERE id=1

            [H2]
            merge into t using s on t.id=s.id when matched and s.x = 1 then update set a=1 when not matched then insert (a, token) values (1, 2)
            =>
            MERGE INTO t
            USING s ON t.id=s.id
            WHEN MATCHED AND s.x = 1 THEN UPDATE SET a=1
            WHEN NOT MATCHED THEN INSERT (a, token) VALUES (1, '***')

            [H2]
            MERGE INTO t (id, name) KEY (id) VALUES (?, ?)
            =>
            MERGE INTO t (id, name) KEY (id)
            VALUES (1, 'v2')

            [STANDARD]
            insert into t (a, token) select b, ? from c where d=1
            =>
            INSERT INTO t (a, token)
            SELECT ...
            FROM c
            WHERE d=1

            [MYSQL]
            insert into t (a, b) values (?, ?) on duplicate key update a = values(a), b = ?
            =>
            INSERT INTO t (a, b)
            VALUES (1, 'v2')
            ON DUPLICATE KEY UPDATE a = VALUES(a), b = 3

            [STANDARD]
            delete from t using u where t.a = u.b and t.c = 1
            =>
            DELETE FROM t
            USING u
            WHERE t.a = u.b
              AND t.c = 1

            [STANDARD]
            update t set a = (select max(b) from c where d = 1), e = 2 where f = 3
            =>
            UPDATE t
            SET a =
              (SELECT max(b)
               FROM c
               WHERE d = 1), e = 2
            WHERE f = 3

            [POSTGRESQL]
            with moved as (delete from a where id = ? returning *) insert into b select * from moved
            =>
            WITH moved AS
              (DELETE FROM a
               WHERE id = 1
               RETURNING *)
            INSERT INTO b
            SELECT ...
            FROM moved

            [POSTGRESQL]
            merge into t using (values (?, ?)) as s (id, password) on (t.id = s.id and t.x = 1) when matched then update set password = s.password when not matched then insert (id, password) values (s.id, s.password)
            =>
            MERGE INTO t
            USING (VALUES (1, '***')) AS s (id, password) ON (t.id = s.id
                                                              AND t.x = 1)
            WHEN MATCHED THEN UPDATE SET password = s.password
            WHEN NOT MATCHED THEN INSERT (id, password) VALUES (s.id, s.password)

            [H2]
            merge into "PUBLIC"."T" using (select 1 "one") on ("PUBLIC"."T"."ID" = cast(? as int) and x = 1) when matched then update set "N" = cast(? as varchar) when not matched then insert ("ID", "N") values (cast(? as int), cast(? as varchar))
            =>
            MERGE INTO "PUBLIC"."T"
            USING
              (SELECT 1 "one") ON ("PUBLIC"."T"."ID" = CAST(1 AS int)
                                   AND x = 1)
            WHEN MATCHED THEN UPDATE SET "N" = CAST('v2' AS varchar)
            WHEN NOT MATCHED THEN INSERT ("ID", "N") VALUES (CAST(3 AS int), CAST('v4' AS varchar))

            [STANDARD]
            merge into users as t using (select cast(? as bigint) id, cast(? as varchar) password from (values (1))) s on t.id=s.id when not matched then insert (id, password) values (id, password)
            =>
            MERGE INTO users AS t
            USING
              (SELECT ...
               FROM (VALUES (1))) s ON t.id=s.id
            WHEN NOT MATCHED THEN INSERT (id, password) VALUES (id, password)

            [STANDARD]
            update t set (a, b) = (select 1, 2 from x), c = case when d = ? and e = ? then ? else ? end where f = ?
            =>
            UPDATE t
            SET (a, b) =
              (SELECT ...
               FROM x), c = CASE WHEN d = 1 AND e = 'v2' THEN 3 ELSE 'v4' END
            WHERE f = 5

            [STANDARD]
            insert into sessions (id, session_token, body) values (?, lower(?), ?)
            =>
            INSERT INTO sessions (id, session_token, body)
            VALUES (1, lower('***'), 3)

            [STANDARD]
            insert into t select ?, ? as password, x from y
            =>
            INSERT INTO t
            SELECT ...
            FROM y

            [STANDARD]
            insert into t default values
            =>
            INSERT INTO t DEFAULT VALUES

            [MYSQL]
            insert into t set a = ?, password = ?
            =>
            INSERT INTO t
            SET a = 1, password = '***'

            [MYSQL]
            replace into t (a, b) values (1, 2)
            =>
            REPLACE INTO t (a, b)
            VALUES (1, 2)

            [SQL_SERVER]
            insert into t (a, b) output inserted.id values (?, ?)
            =>
            INSERT INTO t (a, b) output inserted.id
            VALUES (1, 'v2')

            [STANDARD]
            delete from polls where id in (select id from x) returning id
            =>
            DELETE FROM polls
            WHERE id IN
                (SELECT ...
                 FROM x)
            RETURNING id

            [STANDARD]
            insert into pets (birth_date,name,owner_id,id) values (?,?,?,default)
            =>
            INSERT INTO pets (birth_date,name,owner_id,id)
            VALUES (1,'v2',3,DEFAULT)

            [STANDARD]
            insert into t (a) values (?), (?), (?), (?), (?), (?), (?), (?), (?), (?), (?), (?), (?), (?), (?), (?), (?), (?), (?), (?), (?), (?), (?) returning id
            =>
            INSERT INTO t (a)
            VALUES (1), ('v2'), (3), ('v4'), (5), ('v6'), (7), ('v8'), (9), ('v10'), (11), ('v12'), (13), ('v14'), (15), ('v16'), (17), ('v18'), (19), ('v20'), ... 3 more
            RETURNING id
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

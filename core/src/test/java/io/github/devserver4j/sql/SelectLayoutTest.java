package io.github.devserver4j.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.TextStyle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How queries are laid out with their select lists cut. */
class SelectLayoutTest {

    private static final String SAMPLES = """
            [STANDARD]
            SELECT "polls_numericpoll"."id", "polls_numericpoll"."event_id" FROM "polls_numericpoll" INNER JOIN "polls_event" ON ("polls_numericpoll"."event_id" = "polls_event"."id") WHERE ("polls_event"."slug" = 'doi' AND "polls_event"."enabled" = TRUE) ORDER BY "polls_event"."start_time" DESC LIMIT 1
            =>
            SELECT ...
            FROM "polls_numericpoll"
            INNER JOIN "polls_event" ON ("polls_numericpoll"."event_id" = "polls_event"."id")
            WHERE ("polls_event"."slug" = 'doi'
                   AND "polls_event"."enabled" = TRUE)
            ORDER BY "polls_event"."start_time" DESC LIMIT 1

            [STANDARD]
            select o1_0.id,o1_0.address from owners o1_0 left join pets p1_0 on o1_0.id=p1_0.owner_id where o1_0.last_name like ? escape '' order by o1_0.id offset ? rows fetch first ? rows only
            =>
            SELECT ...
            FROM owners o1_0
            LEFT JOIN pets p1_0 ON o1_0.id=p1_0.owner_id
            WHERE o1_0.last_name LIKE 1 ESCAPE ''
            ORDER BY o1_0.id OFFSET 'v2' ROWS FETCH FIRST 3 ROWS ONLY

            [STANDARD]
            select a from t where a = 1 and b between ? and ? or c = 3 limit 5 offset 3
            =>
            SELECT ...
            FROM t
            WHERE a = 1
              AND b BETWEEN 1 AND 'v2'
              OR c = 3
            LIMIT 5 OFFSET 3

            [STANDARD]
            select a from t where a in (select x from b where c = 1 and d=2) and (x = 1 or y = 2) and not (a=1 and (b=2 or c=3))
            =>
            SELECT ...
            FROM t
            WHERE a IN
                (SELECT ...
                 FROM b
                 WHERE c = 1
                   AND d=2)
              AND (x = 1
                   OR y = 2)
              AND NOT (a=1
                       AND (b=2
                            OR c=3))

            [STANDARD]
            select a from t where exists (select 1 from b where c = 1 and d=2)
            =>
            SELECT ...
            FROM t
            WHERE EXISTS
                (SELECT ...
                 FROM b
                 WHERE c = 1
                   AND d=2)

            [STANDARD]
            select a from t where (a=1 and b in (select x from y where z=1 and w=2))
            =>
            SELECT ...
            FROM t
            WHERE (a=1
                   AND b IN
                     (SELECT ...
                      FROM y
                      WHERE z=1
                        AND w=2))

            [STANDARD]
            with x as (select a from b where c=1), y as (select 1) select a, b from x join y on x.a=y.a
            =>
            WITH x AS
              (SELECT ...
               FROM b
               WHERE c=1),
                 y AS
              (SELECT 1)
            SELECT ...
            FROM x
            JOIN y ON x.a=y.a

            [STANDARD]
            select a from a union all select b from b union select c from c order by 1 limit 3
            =>
            SELECT ...
            FROM a
            UNION ALL
            SELECT ...
            FROM b
            UNION
            SELECT ...
            FROM c
            ORDER BY 1 LIMIT 3

            [STANDARD]
            (select a from a limit 3) union all (select b from b)
            =>
            (SELECT ...
             FROM a
             LIMIT 3)
            UNION ALL
            (SELECT ...
             FROM b)

            [STANDARD]
            select case when a=1 and b=2 then 3 else 4 end from t where case when a=1 and b=2 then 2 else 3 end = 4 and b=1
            =>
            SELECT ...
            FROM t
            WHERE CASE WHEN a=1 AND b=2 THEN 2 ELSE 3 END = 4
              AND b=1

            [STANDARD]
            select id, name from (select id from a where b=1) s where s.id=1
            =>
            SELECT ...
            FROM
              (SELECT ...
               FROM a
               WHERE b=1) s
            WHERE s.id=1

            [STANDARD]
            select count(*) from t
            =>
            SELECT count(*)
            FROM t

            [STANDARD]
            select distinct a, b from t group by a, b having count(*) > 1 and sum(x) > 2 order by a, b limit 3
            =>
            SELECT DISTINCT ...
            FROM t
            GROUP BY a, b
            HAVING count(*) > 1
              AND sum(x) > 2
            ORDER BY a, b LIMIT 3

            [STANDARD]
            select a from t where id=? for update skip locked
            =>
            SELECT ...
            FROM t
            WHERE id=1
            FOR UPDATE SKIP LOCKED

            [STANDARD]
            select a from t left outer join b on a.x=b.x and b.y = 1 cross join c natural join d join e using (x) where a is not distinct from b
            =>
            SELECT ...
            FROM t
            LEFT OUTER JOIN b ON a.x=b.x
              AND b.y = 1
            CROSS JOIN c
            NATURAL JOIN d
            JOIN e USING (x)
            WHERE a IS NOT DISTINCT FROM b

            [SQL_SERVER]
            select top (10) [select], [from] from [dbo].[t] where [password] = 'x'
            =>
            SELECT TOP (10) ...
            FROM [dbo].[t]
            WHERE [password] = '***'

            [MYSQL]
            SELECT /*+ MAX_EXECUTION_TIME(1000) */ `a` , `b` FROM `t` USE INDEX (i) WHERE `a`="x\\"?" AND b = '\\'?' # why ?
             AND c = ? LIMIT ?, ?
            =>
            SELECT /*+ MAX_EXECUTION_TIME(1000) */ ...
            FROM `t` USE INDEX (i)
            WHERE `a`="x\\"?"
              AND b = '\\'?' # why ?
              AND c = 1
            LIMIT 'v2', 3

            [STANDARD]
            SELECT id,
                   name -- the name ?
            FROM   t
            WHERE  id IN
              (  ? , ?
              )
              /* and ? */
              AND  x = ?
            =>
            SELECT ...
            FROM t
            WHERE id IN (1, 'v2') /* and ? */
              AND x = 3

            [STANDARD]
            select u.id from users u where u.id = (select max(p.id) from posts p where p.token = 'abc') and exists(select 1 from x)
            =>
            SELECT ...
            FROM users u
            WHERE u.id =
                (SELECT max(p.id)
                 FROM posts p
                 WHERE p.token = '***')
              AND EXISTS
                (SELECT ...
                 FROM x)

            [ORACLE]
            select * from t start with id = 1 connect by prior id = parent_id
            =>
            SELECT ...
            FROM t
            START WITH id = 1
            CONNECT BY PRIOR id = parent_id

            [POSTGRESQL]
            select a from t where token in (?, ?) and lower(u.token) = ? and ? = u."password" and x = ? and token = crypt(?, 'x') and u.password like ? and u.secret_key between ? and ? and y = ?
            =>
            SELECT ...
            FROM t
            WHERE token IN ('***', '***')
              AND lower(u.token) = '***'
              AND '***' = u."password"
              AND x = 5
              AND token = crypt('***', '***')
              AND u.password LIKE '***'
              AND u.secret_key BETWEEN '***' AND '***'
              AND y = 'v10'

            [STANDARD]
            with recursive t(n) as (values (1) union all select n+1 from t where n < 100) select sum(n) from t
            =>
            WITH RECURSIVE t(n) AS
              (VALUES (1)
               UNION ALL
               SELECT ...
               FROM t
               WHERE n < 100)
            SELECT sum(n)
            FROM t

            [STANDARD]
            select date_part('x', a) from t where extract(year from b) = 2012 and trim(both ' ' from c) = 'x'
            =>
            SELECT ...
            FROM t
            WHERE extract(year FROM b) = 2012
              AND trim(both ' ' FROM c) = 'x'

            [STANDARD]
            select a from b where c = 1 window w as (partition by d order by e)
            =>
            SELECT ...
            FROM b
            WHERE c = 1
            WINDOW w AS (PARTITION BY d ORDER BY e)

            [STANDARD]
            select key, first, value, rows from t where key = 1 order by value nulls first
            =>
            SELECT ...
            FROM t
            WHERE key = 1
            ORDER BY value NULLS FIRST

            [STANDARD]
            select * from (a join b on a.x = b.x) left join (c join d on c.y=d.y and c.z = d.z) on a.q = c.q
            =>
            SELECT ...
            FROM (a JOIN b ON a.x = b.x)
            LEFT JOIN (c JOIN d ON c.y=d.y AND c.z = d.z) ON a.q = c.q

            [STANDARD]
            select a from t where (((a = 1 or b = 2)))
            =>
            SELECT ...
            FROM t
            WHERE (((a = 1
                     OR b = 2)))

            [STANDARD]
            select a from t where coalesce(a and b, false) and f(x, (y or z))
            =>
            SELECT ...
            FROM t
            WHERE coalesce(a AND b, FALSE)
              AND f(x, (y OR z))

            [STANDARD]
            select a from t where x = array[?, ?] and token = any(array[?, ?]) and (a, password) in ((?, ?))
            =>
            SELECT ...
            FROM t
            WHERE x = array[1, 'v2']
              AND token = ANY(array['***', '***'])
              AND (a, password) IN (('***', '***'))

            [STANDARD]
            select nextval('seq')
            =>
            SELECT nextval('seq')

            [STANDARD]
            select 1
            =>
            SELECT 1

            [STANDARD]
            values (1, 2), (3, 4)
            =>
            VALUES (1, 2), (3, 4)

            [SQL_SERVER]
            select a from t order by (select 0) offset 5 rows fetch next 10 rows only
            =>
            SELECT ...
            FROM t
            ORDER BY
              (SELECT 0) OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY

            [SQL_SERVER]
            select a from t with (nolock) cross apply f(t.id) x outer apply (select top 1 b from c order by d) y
            =>
            SELECT ...
            FROM t WITH (nolock)
            CROSS APPLY f(t.id) x
            OUTER APPLY
              (SELECT TOP 1 ...
               FROM c
               ORDER BY d) y

            [STANDARD]
            select a from b where c like '%x%' escape '\\' and d = 'it''s ? and
            two lines' and e = ?
            =>
            SELECT ...
            FROM b
            WHERE c LIKE '%x%' ESCAPE '\\'
              AND d = 'it''s ? and
            two lines'
              AND e = 1

            [POSTGRESQL]
            select $1, '{"a": 1}'::jsonb -> 'a' from t where x = $$it's ?$$ and y = $q$ ? $$ $q$ and z = ? and e = E'\\'?'
            =>
            SELECT ...
            FROM t
            WHERE x = $$it's ?$$
              AND y = $q$ ? $$ $q$
              AND z = 1
              AND e = E'\\'?'

            [ORACLE]
            select q'[it's ? ]', nq'!a'b!' from dual where x = ?
            =>
            SELECT ...
            FROM dual
            WHERE x = 1

            [MYSQL]
            SELECT /*!40001 SQL_NO_CACHE */ * FROM t WHERE a = 5--3 AND b = ? -- ?
            =>
            SELECT ...
            FROM t
            WHERE a = 5--3
              AND b = 1 -- ?

            [STANDARD]
            select string_agg(a, ',' order by b) from t group by c
            =>
            SELECT string_agg(a, ',' ORDER BY b)
            FROM t
            GROUP BY c

            [STANDARD]
            select left(a, 2), right(b, 1) from t where left(a, 1) = 'x'
            =>
            SELECT ...
            FROM t
            WHERE LEFT(a, 1) = 'x'

            [STANDARD]
            SELECT "t"."offset" AS offset, limit FROM t
            =>
            SELECT ...
            FROM t

            [STANDARD]
            select a from t1, t2, lateral (select b from t3 where t3.x = t1.x) q where 1=1 except select c from d intersect select e from f
            =>
            SELECT ...
            FROM t1, t2, LATERAL
              (SELECT ...
               FROM t3
               WHERE t3.x = t1.x) q
            WHERE 1=1
            EXCEPT
            SELECT ...
            FROM d
            INTERSECT
            SELECT ...
            FROM f

            [STANDARD]
            SELECT a FROM t1 WHERE a = 1 UNION ALL (SELECT b FROM t2 ORDER BY c LIMIT 5) ORDER BY a LIMIT 10
            =>
            SELECT ...
            FROM t1
            WHERE a = 1
            UNION ALL
            (SELECT ...
             FROM t2
             ORDER BY c LIMIT 5)
            ORDER BY a LIMIT 10

            [STANDARD]
            select token_count + 1, count(*) from t where set_password(?, ?) = 1
            =>
            SELECT token_count + '***', count(*)
            FROM t
            WHERE set_password('***', '***') = '***'

            [STANDARD]
            SELECT p.id, p.name
                FROM pets p
                WHERE p.owner_id = ?
                  AND p.name LIKE concat('%', ?, '%')
                ORDER BY p.name
            =>
            SELECT ...
            FROM pets p
            WHERE p.owner_id = 1
              AND p.name LIKE concat('%', 'v2', '%')
            ORDER BY p.name

            [STANDARD]
            SELECT "OWNER"."ID" AS "ID", "OWNER"."NAME" AS "NAME" FROM "OWNER" WHERE "OWNER"."NAME" = ? LIMIT 2
            =>
            SELECT ...
            FROM "OWNER"
            WHERE "OWNER"."NAME" = 1
            LIMIT 2

            [STANDARD]
            select "public"."book"."id" from "public"."book" where ("public"."book"."author_id" in (?, ?) and lower("public"."book"."title") like ? escape '!') order by "public"."book"."id" asc nulls last fetch next ? rows only
            =>
            SELECT ...
            FROM "public"."book"
            WHERE ("public"."book"."author_id" IN (1, 'v2')
                   AND lower("public"."book"."title") LIKE 3 ESCAPE '!')
            ORDER BY "public"."book"."id" ASC NULLS LAST FETCH NEXT 'v4' ROWS ONLY

            [STANDARD]
            select next value for pets_seq
            =>
            SELECT next value FOR pets_seq

            [STANDARD]
            select a from t where id in (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) and b = ?
            =>
            SELECT ...
            FROM t
            WHERE id IN (1,'v2',3,'v4',5,'v6',7,'v8',9,'v10',11,'v12',13,'v14',15,'v16',17,'v18',19,'v20', ... 5 more)
              AND b = 'v26'

            [STANDARD]
            select case when count(*) > 0 then true else false end from t
            =>
            SELECT CASE WHEN count(*) > 0 THEN TRUE ELSE FALSE END
            FROM t

            [STANDARD]
            SELECT (1) AS "a" FROM "auth_user" WHERE "auth_user"."username" = 'bob'  LIMIT 1
            =>
            SELECT ...
            FROM "auth_user"
            WHERE "auth_user"."username" = 'bob'
            LIMIT 1

            [STANDARD]
            select t.a from t where t.a is not null and t.b not between 1 and 2 and t.c not in (1, 2) or not t.d
            =>
            SELECT ...
            FROM t
            WHERE t.a IS NOT NULL
              AND t.b NOT BETWEEN 1 AND 2
              AND t.c NOT IN (1, 2)
              OR NOT t.d

            [STANDARD]
            select a from t where a = ?1 or b = ?2 or c = ?1
            =>
            SELECT ...
            FROM t
            WHERE a = 1
              OR b = 'v2'
              OR c = 1
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

package io.github.devserver4j.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.TextStyle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How statements are laid out of which nothing is cut. */
class CompleteLayoutTest {

    private static final String SAMPLES = """
            [STANDARD]
            select a, row_number() over (partition by a order by b rows between unbounded preceding and current row) from t
            =>
            SELECT a, row_number() OVER (PARTITION BY a ORDER BY b ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
            FROM t

            [STANDARD]
            select a, (select count(*) from b where b.x = a.x and b.y = 1) as n, coalesce((select 1 from z), 0) from a
            =>
            SELECT a,
              (SELECT count(*)
               FROM b
               WHERE b.x = a.x
                 AND b.y = 1) AS n, coalesce((SELECT 1
                                              FROM z), 0)
            FROM a

            [STANDARD]
            select a, -- one
            b -- two
            from t -- three
            where a = 1 -- four
            and b = 2 -- five
            =>
            SELECT a, -- one
            b -- two
            FROM t -- three
            WHERE a = 1 -- four
              AND b = 2 -- five

            [STANDARD]
            /* app:web */ select 1 from t -- last
            =>
            /* app:web */ SELECT 1
            FROM t -- last

            [STANDARD]
            select a from t where id in (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            =>
            SELECT a
            FROM t
            WHERE id IN (1,'v2',3,'v4',5,'v6',7,'v8',9,'v10',11,'v12',13,'v14',15,'v16',17,'v18',19,'v20',21,'v22',23,'v24',25)
            """;

    static Stream<LayoutSample> samples() {
        return LayoutSample.parse(SAMPLES);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isLaidOutAsSqlparseDoesIt(LayoutSample sample) {
        assertThat(sample.laidOut(TextStyle.COMPLETE)).isEqualTo(sample.expected());
    }
}

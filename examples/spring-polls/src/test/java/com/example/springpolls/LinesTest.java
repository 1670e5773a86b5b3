package com.example.springpolls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a block is compared. */
class LinesTest {

    @Test
    void whatOnlySpringKnowsAndWhatDependsOnTheMachineIsLeftOut() {
        List<String> block = List.of(
                "    [handler] PollController.poll(long)",
                "            -- its line",
                "    [sql] (7ms) waited 7ms for a connection",
                "            -- at com.example.Polls.find(Polls.java:7)",
                "    [sql] (1ms) SELECT ...",
                "            FROM polls",
                "            -- 2 rows, fetched in 3ms, loads Event.polls, while the view renders, at com.example.Polls.find(Polls.java:7)",
                "    [sql] (1ms) SELECT ...",
                "            -- loads Poll, while the body is written",
                "    [sql] (2ms) 2 queries with 0 duplicates",
                "    [hibernate] (2ms) 2 flushes: 102 entities checked, 1 written",
                "[05/Mar/2012 17:08:27] \"GET / HTTP/1.1\" 200 5 (time: 0.15s; sql: 2ms (2q); mem: 1.2 MB)");
        assertThat(Lines.common(block))
                .containsExactly(
                        "[sql] SELECT ...",
                        "FROM polls",
                        "-- 2 rows, at com.example.Polls.find(Polls.java:7)",
                        "[sql] SELECT ...",
                        "[sql] 2 queries with 0 duplicates",
                        "\"GET / HTTP/1.1\" 200 5 (time: #s; sql: #ms (2q); mem: #)");
    }

    @Test
    void allElseIsCompared() {
        List<String> block = List.of(
                "    [sql] (1ms) INSERT INTO votes",
                "            VALUES (1, '2012-03-05 17:08:27')",
                "            -- executed 2 times, first with these values, 2 rows updated, likely at com.example.Polls.add(Polls.java:8)",
                "    [sql] (0ms) SELECT 'flush the load for a connection'",
                "            -- JdbcSQLTimeoutException: lock, while loading for 1000ms");
        assertThat(Lines.common(block))
                .containsExactly(
                        "[sql] INSERT INTO votes",
                        "VALUES (1, '#')",
                        "-- executed 2 times, first with these values, 2 rows updated, likely at com.example.Polls.add(Polls.java:8)",
                        "[sql] SELECT 'flush the load for a connection'",
                        "-- JdbcSQLTimeoutException: lock, while loading for 1000ms");
    }
}

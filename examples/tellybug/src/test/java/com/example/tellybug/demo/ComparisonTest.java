package com.example.tellybug.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.tellybug.servers.CacheCounts;
import com.example.tellybug.servers.DynamoDbCounts;
import com.example.tellybug.servers.ServerCounts;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each number that is printed is compared. */
class ComparisonTest {

    private static final String BLOCK = """
                [sql] (0ms) SELECT ...
            FROM event
            -- 1 row
                [sql] (0ms) 1 queries with 0 duplicates
                [cache] (4ms) 5 calls made with a 66% hit percentage (1 misses)
                              memcached state: 3 calls, 50%
                              redis votes: 2 calls, 100%
                [dynamodb] (31ms) 3 calls (2 GetItem, 1 UpdateItem) consumed 1.5 RCU 1 WCU
                [cassandra] (2ms) 4 queries with 0 duplicates
                [http] (2ms) 6 calls with 0 duplicates
            [23/Nov/2026 17:08:27] "POST /vote/doi HTTP/1.1" 200 12 (time: 0.15s; sql: 0ms (1q); mem: 1.2 MB)
            """;

    private final ServerCounts counted = new ServerCounts(
            1,
            new CacheCounts(2, 1, 0),
            new CacheCounts(3, 1, 1),
            new DynamoDbCounts(new TreeMap<>(Map.of("GetItem", 2L, "UpdateItem", 1L)), 1.5, 1),
            4,
            6);

    @Test
    void whatIsPrintedIsWhatWasCounted() {
        assertThat(agrees(BLOCK)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1 queries, 2 queries",
        "5 calls, 4 calls",
        "66%, 67%",
        "(1 misses), (0 misses)",
        "state: 3, state: 4",
        "votes: 2, votes: 1",
        "2 GetItem, 3 GetItem",
        "1 UpdateItem, 1 PutItem",
        "1.5 RCU, 1 RCU",
        "1 WCU, 2 WCU",
        "4 queries, 5 queries",
        "6 calls, 5 calls"
    })
    void anyOtherNumberDiffers(String right, String wrong) {
        assertThat(BLOCK).contains(right);
        assertThat(agrees(BLOCK.replace(right, wrong))).isFalse();
    }

    private boolean agrees(String block) {
        return new Comparison(PrintedCounts.of(block), counted).agrees();
    }
}

package io.github.devserver4j.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RedisRepliesTest {

    private static final byte[] THREE_BYTES = "Ann".getBytes(StandardCharsets.UTF_8);

    /** Command, keys it names, reply, and what is told. */
    static List<Arguments> replies() {
        return List.of(
                Arguments.of("GET", 1, THREE_BYTES, ": hit, 3 bytes"),
                Arguments.of("GET", 1, new byte[0], ": hit, 0 bytes"),
                Arguments.of("GET", 1, null, ": miss"),
                Arguments.of("get", 1, "Ann", ": hit"),
                Arguments.of("GETRANGE", 1, "", ": miss"),
                Arguments.of("GETRANGE", 1, "A", ": hit"),
                Arguments.of("HGETALL", 1, Map.of(), ": miss"),
                Arguments.of("HGETALL", 1, Map.of("name", "Ann"), ": hit"),
                Arguments.of("SMEMBERS", 1, Set.of(), ": miss"),
                Arguments.of("LRANGE", 1, List.of(THREE_BYTES, THREE_BYTES), ": hit, 6 bytes"),
                Arguments.of("EXISTS", 1, 1L, ": hit"),
                Arguments.of("EXISTS", 1, false, ": miss"),
                Arguments.of("EXISTS", 3, 1L, ": 1 hit, 2 misses"),
                Arguments.of("HEXISTS", 1, 0L, ": miss"),
                Arguments.of("SISMEMBER", 1, true, ": hit"),
                Arguments.of("SMISMEMBER", 1, List.of(true, false, 1L), ": 2 hits, 1 miss"),
                Arguments.of("MGET", 2, Arrays.asList("Ann", null), ": 1 hit, 1 miss"),
                Arguments.of("ZSCORE", 1, 0.0, ": hit"),
                Arguments.of("GETDEL", 1, null, ": 0 hits, 1 miss"),
                Arguments.of("SET", 1, "OK", ""),
                Arguments.of("NEW.COMMAND", 1, "anything", ""));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyTellsHitsAndMisses(String name, int keys, @Nullable Object reply, String told) throws Exception {
        CurrentTrace currentTrace = CurrentTrace.create();
        RedisServer server = RedisServer.of(currentTrace);
        RedisCommand command = RedisCommand.of(name);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            CacheExchange call = server.begin(Objects.requireNonNull(server.recorder()), command, keys, "key");
            RedisReplies replies = new RedisReplies();
            replies.add(command, keys, reply);
            replies.tell(call);
            call.end();
            assertThat(request.finishedCalls(CacheCall.class))
                    .singleElement()
                    .extracting(CacheCall::summary)
                    .isEqualTo("redis " + command.name() + " key" + told);
        }
    }

    @Test
    void theTableKnowsWhatIsReadWrittenAndRemoved() {
        assertThat(RedisCommand.of("set").action()).isEqualTo(CacheAction.WRITE);
        assertThat(RedisCommand.of("UNLINK").action()).isEqualTo(CacheAction.REMOVE);
        assertThat(RedisCommand.of("EXISTS").action(1)).isEqualTo(CacheAction.READ);
        assertThat(RedisCommand.of("EXISTS").action(2)).isEqualTo(CacheAction.BULK_READ);
        assertThat(RedisCommand.of("EVAL").action()).isEqualTo(CacheAction.OTHER);
        assertThat(RedisCommand.of("AUTH").keys()).isEqualTo(RedisCommand.KeyArguments.NONE);
        assertThat(RedisCommand.of("GET")).isSameAs(RedisCommand.of("get".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aKeyIsShownAsTextAndSteersNoTerminal() {
        assertThat(RedisKey.of("users:1", null)).isEqualTo("users:1");
        assertThat(RedisKey.of("users:1".getBytes(StandardCharsets.UTF_8), "name"))
                .hasToString("users:1 name");
        assertThat(RedisKey.of(List.of("a", "b".getBytes(StandardCharsets.UTF_8)), null))
                .hasToString("[a, b]");
        assertThat(RedisKey.of(new byte[] {27, '[', '3', '1', 'm'}, null)).hasToString("?[31m");
        assertThat(RedisKey.of("x".repeat(5_000).getBytes(StandardCharsets.UTF_8), null)
                        .toString())
                .hasSizeLessThan(500);
    }
}

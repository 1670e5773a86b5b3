package io.github.devserver4j.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.cache.redis.RedisKey;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.KindTotal;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceRecorder;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The calls of cache servers, and what their sum tells. */
@Timeout(20)
final class CacheExchangeTest {

    private final CurrentTrace current = CurrentTrace.create();
    private final CacheServer redis = CacheServer.of(current, "redis", "MGET");

    @Test
    void theKeysTellTheCache() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(current)) {
            read("users:42", 1, 0);
            read("users::43", 0, 1);
            read("events:doi", 1, 0);
            read("42:users", 1, 0);
            begin(CacheAction.BULK_READ, "MGET", List.of("users:1", "users:2"))
                    .found(1, 1)
                    .end();
            begin(CacheAction.OTHER, "PING", null).end();

            assertThat(summary(request.finish())).isEqualTo("""
                            6 calls made with a 66% hit percentage (2 misses)
                            redis users: 3 calls, 50%
                            redis events: 1 call, 100%
                            redis: 2 calls, 100%""");
        }
    }

    @Test
    void readsOfOneLoopCouldBeOne() throws Exception {
        try (RecordedRequest request = RecordedRequest.openSited(current)) {
            for (int i = 0; i < 31; i++) {
                read("users:" + i, 1, 0);
            }
            assertThat(summary(request.finish()).lines().toList().get(2))
                    .startsWith("31 single reads of redis users at " + CacheExchangeTest.class.getName())
                    .endsWith(": one MGET would do");
        }
    }

    @Test
    void readsOfTwoCachesOneAfterTheOtherAreTwoLoops() throws Exception {
        try (RecordedRequest request = RecordedRequest.openSited(current)) {
            for (int i = 0; i < 7; i++) {
                read("users:" + i, 1, 0);
            }
            for (int i = 0; i < 9; i++) {
                begin(CacheAction.READ, "GET", "events:" + i).found(1, 0).end();
            }
            assertThat(summary(request.finish()).lines().skip(3))
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("9 single reads of redis events at "),
                            line -> assertThat(line).startsWith("7 single reads of redis users at "));
        }
    }

    @Test
    void fewReadsAndReadsOfOneKeyAreNoLoop() throws Exception {
        try (RecordedRequest request = RecordedRequest.openSited(current)) {
            for (int i = 0; i < 31; i++) {
                read("users:" + i % 4, 1, 0);
            }
            assertThat(summary(request.finish()).lines()).hasSize(2);
        }
    }

    @Test
    void aKeyThatIsMissedAgainAndAgainIsToldWithoutItsSecret() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(current)) {
            for (int i = 0; i < 3; i++) {
                read("token:abc", 0, 1);
                read("token:x" + i, 0, 1);
            }
            assertThat(summary(request.finish())).isEqualTo("""
                            6 calls made with a 0% hit percentage (6 misses)
                            redis token: 6 calls, 0%
                            redis token token:*** missed 3 times""");
        }
    }

    @Test
    void onlyAFailedCallIsListed() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(current)) {
            read("users:1", 1, 0);
            begin(CacheAction.READ, "GET", "session:5f3a").fail(new IOException("Broken pipe of session:5f3a"));
            List<CacheCall> calls = request.finishedCalls(CacheCall.class);

            assertThat(calls).extracting(CacheCall::listed).containsExactly(false, true);
            assertThat(calls.get(1).lines(TextStyle.TRUNCATED))
                    .containsExactly("redis session GET session:***", "-- IOException: Broken pipe of session:***");
        }
    }

    @Test
    void aCallThatHasNotReturnedIsListedAsSuch() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(current)) {
            begin(CacheAction.READ, "GET", "users:1").sent();
            List<CacheCall> calls = request.finishedCalls(CacheCall.class);
            assertThat(calls.get(0).lines(TextStyle.TRUNCATED))
                    .containsExactly("redis users GET users:1", "-- not returned yet");
        }
    }

    @Test
    void bytesAreTold() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(current)) {
            begin(CacheAction.WRITE, "SET", "users:1").bytes(1_200).end();
            assertThat(request.finishedCalls(CacheCall.class).get(0).summary())
                    .isEqualTo("redis users SET users:1, 1200 bytes");
        }
    }

    @Test
    void callsPastTheLimitAreCountedByCache() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(current, 1)) {
            for (int i = 0; i < 40; i++) {
                read("users:" + i, 1, 0);
            }
            assertThat(summary(request.finish())).isEqualTo("""
                            40 calls made with a 100% hit percentage (0 misses)
                            redis users: 40 calls, 100%""");
        }
    }

    @Test
    void callsPastTheLimitAreSummedUpAsOthersAre() throws Exception {
        String all = summaryWithLimit(1_000);
        assertThat(all)
                .contains("redis users: 24 calls", "redis events: 1 call", "redis: 3 calls", "users:1 missed 8 times");
        assertThat(summaryWithLimit(1)).isEqualTo(all);
    }

    private String summaryWithLimit(int callLimit) throws Exception {
        try (RecordedRequest request = RecordedRequest.open(current, callLimit)) {
            begin(CacheAction.READ, "GET", "users:0").found(1, 0).end();
            for (int i = 0; i < 8; i++) {
                read("users:" + i, 1, 0);
                read("users:1", 0, 1);
            }
            Object bytes = RedisKey.of("users:1".getBytes(UTF_8), null);
            for (int i = 0; i < 5; i++) {
                begin(CacheAction.READ, "GET", bytes).found(1, 0).end();
            }
            begin(CacheAction.BULK_READ, "MGET", List.of("users:1", "users:2"))
                    .found(1, 1)
                    .end();
            begin(CacheAction.BULK_READ, "MGET", Set.of("users:1")).found(1, 0).end();
            begin(CacheAction.READ, "HGET", RedisKey.of("events:doi".getBytes(UTF_8), "a:b"))
                    .found(1, 0)
                    .end();
            begin(CacheAction.READ, "GET", "a b:1").found(1, 0).end();
            begin(CacheAction.READ, "GET", 42).found(1, 0).end();
            begin(CacheAction.OTHER, "PING", null).fail(new IOException());
            return summary(request.finish());
        }
    }

    @Test
    void whereKeysPastTheLimitAreNotReadTheirMissesAreALowerBound() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(current, 2)) {
            read("users:1", 0, 1);
            read("users:1", 0, 1);
            for (int i = 0; i < 30; i++) {
                begin(CacheAction.READ, "GET", RedisKey.of("users:1".getBytes(UTF_8), null))
                        .found(0, 1)
                        .end();
            }
            assertThat(summary(request.finish())).isEqualTo("""
                            32 calls made with a 0% hit percentage (32 misses)
                            redis users: 32 calls, 0%
                            redis users users:1 missed at least 2 times""");
        }
    }

    private void read(String key, int hits, int misses) {
        begin(CacheAction.READ, "GET", key).found(hits, misses).end();
    }

    private CacheExchange begin(CacheAction action, String command, @Nullable Object key) {
        TraceRecorder recorder = Objects.requireNonNull(redis.recorder());
        return redis.begin(recorder, action, command, key);
    }

    private static String summary(Trace trace) {
        KindTotal total = Objects.requireNonNull(trace.total("cache"));
        return total.summary();
    }
}

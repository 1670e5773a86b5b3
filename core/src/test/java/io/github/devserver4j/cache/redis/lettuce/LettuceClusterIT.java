package io.github.devserver4j.cache.redis.lettuce;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.redis.RealRedis;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("clients")
final class LettuceClusterIT {

    private static RealRedis redis;

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final LettuceTracing tracing = LettuceTracing.create(currentTrace);

    @BeforeAll
    static void start() throws Exception {
        redis = RealRedis.startCluster();
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    @Test
    void commandsToAClusterAreRecordedTheFirstIncluded() throws Exception {
        RedisClusterClient client = tracing.clusterClient(List.of(RedisURI.create("127.0.0.1", redis.port())));
        try (var connection = client.connect();
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            connection.sync().set("users:1", "Ann");
            assertThat(connection.sync().get("users:1")).isEqualTo("Ann");
            connection.setAutoFlushCommands(false);
            RedisFuture<String> hit = connection.async().get("users:1");
            RedisFuture<String> miss = connection.async().get("users:2");
            connection.flushCommands();
            assertThat(hit.get(5, SECONDS)).isEqualTo("Ann");
            assertThat(miss.get(5, SECONDS)).isNull();
            connection.setAutoFlushCommands(true);
            List<CacheCall> calls = request.finishedCalls(CacheCall.class);
            assertThat(calls).allMatch(CacheCall::ended);
            assertThat(calls)
                    .extracting(CacheCall::summary)
                    .containsExactly(
                            "redis users SET users:1",
                            "redis users GET users:1: hit",
                            "redis pipeline of 2 commands (GET users:1, GET users:2): 1 hit, 1 miss");
        } finally {
            client.shutdown(0, 5, SECONDS);
        }
    }
}

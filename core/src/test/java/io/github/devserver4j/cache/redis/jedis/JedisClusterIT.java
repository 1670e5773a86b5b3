package io.github.devserver4j.cache.redis.jedis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.redis.RealRedis;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.executors.ClusterCommandExecutor;
import redis.clients.jedis.executors.CommandExecutor;
import redis.clients.jedis.providers.ClusterConnectionProvider;

@Tag("clients")
@Tag("newest") // Jedis before 7.2 has no builder of clients
@SuppressWarnings("deprecation")
final class JedisClusterIT {

    private static RealRedis redis;

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final JedisTracing tracing = JedisTracing.create(currentTrace);

    @BeforeAll
    static void start() throws Exception {
        redis = RealRedis.startCluster();
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    @Test
    void commandsToAClusterAreRecorded() throws Exception {
        JedisClientConfig config = DefaultJedisClientConfig.builder().build();
        ClusterConnectionProvider provider =
                new ClusterConnectionProvider(Set.of(new HostAndPort("127.0.0.1", redis.port())), config);
        CommandExecutor executor = tracing.executor(new ClusterCommandExecutor(provider, 3, Duration.ofSeconds(5)));
        try (RedisClusterClient client = RedisClusterClient.builder()
                        .nodes(Set.of(new HostAndPort("127.0.0.1", redis.port())))
                        .connectionProvider(provider)
                        .commandExecutor(executor)
                        .build();
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            client.set("users:1", "Ann");
            assertThat(client.get("users:1")).isEqualTo("Ann");
            assertThat(client.exists("users:1")).isTrue();
            assertThat(request.finishedCalls(CacheCall.class))
                    .extracting(CacheCall::summary)
                    .containsExactly(
                            "redis users SET users:1",
                            "redis users GET users:1: hit",
                            "redis users EXISTS users:1: hit");
        }
    }

    @Test
    void aCommandForSeveralNodesWorksAsWithoutUs() throws Exception {
        JedisClientConfig config = DefaultJedisClientConfig.builder().build();
        ClusterConnectionProvider provider =
                new ClusterConnectionProvider(Set.of(new HostAndPort("127.0.0.1", redis.port())), config);
        CommandExecutor plain = new ClusterCommandExecutor(provider, 3, Duration.ofSeconds(5));
        CommandExecutor executor = tracing.executor(plain);
        assertThat(executor).isInstanceOf(ClusterCommandExecutor.class);
        assertThat(tracing.executor(executor)).isSameAs(executor);
        try (RedisClusterClient client = RedisClusterClient.builder()
                        .nodes(Set.of(new HostAndPort("127.0.0.1", redis.port())))
                        .connectionProvider(provider)
                        .commandExecutor(executor)
                        .build();
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            client.set("users:2", "Bob");
            assertThat(client.del("users:2")).isEqualTo(1);
            assertThat(request.finishedCalls(CacheCall.class))
                    .extracting(CacheCall::summary)
                    .containsExactly("redis users SET users:2", "redis users DEL users:2");
        }
    }
}

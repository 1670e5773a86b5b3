package io.github.devserver4j.cache.redis.jedis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.redis.RealRedis;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.util.Pool;

@Tag("clients")
@Tag("newest") // Spring Data 4.1's choice of clients
@SuppressWarnings("deprecation") // Spring Data has the pool
final class SpringDataJedisIT {

    private static final JedisClientConfig CONFIG =
            DefaultJedisClientConfig.builder().build();

    private static RealRedis redis;

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final JedisTracing tracing = JedisTracing.create(currentTrace);

    @BeforeAll
    static void start() throws Exception {
        redis = RealRedis.start();
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    @Test
    void aFactoryWithARecordingPoolRecords() throws Exception {
        JedisConnectionFactory factory = new JedisConnectionFactory(server()) {
            @Override
            protected Pool<Jedis> createRedisPool() {
                return new JedisPool(tracing.jedises(address(), CONFIG));
            }
        };
        factory.setUseUnifiedJedis(false);
        records(factory);
    }

    @Test
    void aFactoryWithARecordingClientRecords() throws Exception {
        records(new JedisConnectionFactory(server()) {
            @Override
            protected RedisClient createRedisClient(RedisStandaloneConfiguration configuration) {
                return RedisClient.builder()
                        .connectionProvider(new PooledConnectionProvider(tracing.connections(address(), CONFIG)))
                        .build();
            }
        });
    }

    private void records(JedisConnectionFactory factory) throws Exception {
        factory.afterPropertiesSet();
        factory.start();
        StringRedisTemplate template = new StringRedisTemplate(factory);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            template.opsForValue().set("users:1", "Ann");
            assertThat(template.opsForValue().get("users:1")).isEqualTo("Ann");
            List<Object> answers = template.executePipelined((RedisCallback<@Nullable Object>) connection -> {
                connection.stringCommands().get("users:1".getBytes(StandardCharsets.UTF_8));
                connection.stringCommands().get("users:2".getBytes(StandardCharsets.UTF_8));
                return null;
            });
            assertThat(answers).containsExactly("Ann", null);
            assertThat(request.finishedCalls(CacheCall.class))
                    .extracting(CacheCall::summary)
                    .containsExactly(
                            "redis users SET users:1",
                            "redis users GET users:1: hit, 3 bytes",
                            "redis pipeline of 2 commands (GET users:1, GET users:2): 1 hit, 1 miss, 3 bytes");
        } finally {
            factory.destroy();
        }
    }

    private static RedisStandaloneConfiguration server() {
        return new RedisStandaloneConfiguration("127.0.0.1", redis.port());
    }

    private static HostAndPort address() {
        return new HostAndPort("127.0.0.1", redis.port());
    }
}

package io.github.devserver4j.cache.redis.lettuce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.redis.RealRedis;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisURI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.cache.Cache;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

@Tag("clients")
@Tag("newest")
final class SpringDataLettuceIT {

    private static RealRedis redis;

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final LettuceTracing tracing = LettuceTracing.create(currentTrace);

    @BeforeAll
    static void start() throws Exception {
        redis = RealRedis.start();
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    @Test
    void aFactoryWhoseClientIsListenedToRecords() throws Exception {
        LettuceConnectionFactory factory = new LettuceConnectionFactory(address());
        factory.afterPropertiesSet();
        factory.start();
        tracing.install(factory.getRequiredNativeClient());
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            StringRedisTemplate template = new StringRedisTemplate(factory);
            template.opsForValue().set("users:1", "Ann");
            assertThat(template.opsForValue().get("users:1")).isEqualTo("Ann");
            assertThat(template.opsForValue().multiGet(List.of("users:1", "users:2")))
                    .containsExactly("Ann", null);
            template.opsForHash().put("user:1", "name", "Ann");
            assertThat(template.opsForHash().get("user:1", "name")).isEqualTo("Ann");
            template.hasKey("last"); // when it is answered, all ends before have been told
            assertThat(request.finishedCalls(CacheCall.class).subList(0, 5))
                    .extracting(CacheCall::summary)
                    .containsExactly(
                            "redis users SET users:1",
                            "redis users GET users:1: hit, 3 bytes",
                            "redis users MGET [users:1, users:2]: 1 hit, 1 miss",
                            "redis user HSET user:1",
                            "redis user HGET user:1 name: hit, 3 bytes");
        } finally {
            factory.destroy();
        }
    }

    @Test
    void aFactoryWithARecordingClientRecordsPipelinesAndCaches() throws Exception {
        LettuceConnectionFactory factory = new LettuceConnectionFactory(address()) {
            @Override
            protected AbstractRedisClient createClient() {
                return tracing.redisClient(RedisURI.create("127.0.0.1", redis.port()));
            }
        };
        factory.setPipeliningFlushPolicy(
                org.springframework.data.redis.connection.lettuce.LettuceConnection.PipeliningFlushPolicy
                        .flushOnClose());
        factory.afterPropertiesSet();
        factory.start();
        StringRedisTemplate template = new StringRedisTemplate(factory);
        template.opsForValue().set("users:1", "Ann");
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            List<Object> answers = template.executePipelined((RedisCallback<@Nullable Object>) connection -> {
                connection.stringCommands().get("users:1".getBytes(StandardCharsets.UTF_8));
                connection.stringCommands().get("users:2".getBytes(StandardCharsets.UTF_8));
                return null;
            });
            assertThat(answers).containsExactly("Ann", null);
            Cache cache =
                    Objects.requireNonNull(RedisCacheManager.create(factory).getCache("movies"));
            assertThat(cache.get("Alien")).isNull();
            cache.put("Alien", "1979");
            assertThat(cache.get("Alien", String.class)).isEqualTo("1979");
            cache.evict("Alien"); // evictIfPresent tells nothing before Spring Data Redis 4
            assertThat(cache.get("Alien")).isNull();
            List<CacheCall> calls = request.finishedCalls(CacheCall.class);
            assertThat(calls).allMatch(CacheCall::ended);
            assertThat(calls.get(0).summary())
                    .startsWith("redis pipeline of 2 commands (GET users:1, GET users:2): 1 hit, 1 miss");
            assertThat(calls.subList(1, calls.size()))
                    .extracting(CacheCall::summary)
                    .contains("redis movies GET movies::Alien: miss", "redis movies SET movies::Alien")
                    .anyMatch(text -> text.startsWith("redis movies GET movies::Alien: hit"));
        } finally {
            factory.destroy();
        }
    }

    private static RedisStandaloneConfiguration address() {
        return new RedisStandaloneConfiguration("127.0.0.1", redis.port());
    }
}

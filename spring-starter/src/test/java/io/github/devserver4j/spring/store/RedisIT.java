package io.github.devserver4j.spring.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devserver4j.cache.redis.RealRedis;
import io.github.devserver4j.spring.BootClasses;
import io.github.devserver4j.spring.RecordedBeans;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.resource.ClientResources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisClientConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

@Tag("clients")
final class RedisIT {

    private static RealRedis redis;

    private final WebApplicationContextRunner application = RecordedBeans.application();

    @BeforeAll
    static void start() throws Exception {
        redis = RealRedis.start();
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    private static RedisStandaloneConfiguration server() {
        return new RedisStandaloneConfiguration("127.0.0.1", redis.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lettuce", "jedis"})
    void theFactoryThatBootMakesAndItsCacheAreRecordedOnce(String client) {
        application
                .withConfiguration(BootClasses.autoConfigurations(
                        "cache.autoconfigure.CacheAutoConfiguration", "cache.CacheAutoConfiguration"))
                .withConfiguration(BootClasses.autoConfigurations(
                        "data.redis.autoconfigure.DataRedisAutoConfiguration", "data.redis.RedisAutoConfiguration"))
                .withPropertyValues("spring.cache.type=redis", "spring.data.redis.client-type=" + client)
                .withPropertyValues("spring.data.redis.port=" + redis.port(), "spring.redis.port=" + redis.port())
                .withUserConfiguration(Library.class)
                .run(context -> {
                    context.getBean(StringRedisTemplate.class).delete("books::1");
                    Books books = context.getBean(Books.class);
                    assertThat(texts(context, () -> assertThat(books.title(1)).isEqualTo("title 1")))
                            .containsExactly("redis books GET books::1: miss", "redis books SET books::1");
                    awaitKey("books::1");
                    assertThat(texts(context, () -> assertThat(books.title(1)).isEqualTo("title 1")))
                            .containsExactly("redis books GET books::1: hit, 14 bytes");
                });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lettuceIsRecordedWheneverItStarts(boolean early) {
        application
                .withBean(LettuceConnectionFactory.class, () -> {
                    RedisStandaloneConfiguration server = server();
                    server.setDatabase(1);
                    LettuceConnectionFactory factory = new LettuceConnectionFactory(server);
                    factory.setEarlyStartup(early);
                    factory.setEagerInitialization(true);
                    factory.setConvertPipelineAndTxResults(false);
                    return factory;
                })
                .run(context -> {
                    LettuceConnectionFactory factory = context.getBean(LettuceConnectionFactory.class);
                    assertThat(factory.getConvertPipelineAndTxResults()).isFalse();
                    assertThat(factory.getEagerInitialization()).isTrue();
                    recordsOnce(context, factory);
                    factory.stop();
                    factory.start();
                    recordsOnce(context, factory);
                });
    }

    @Test
    void aFactoryOfTheApplicationsOwnClassKeepsIt() {
        class Own extends LettuceConnectionFactory {
            Own() {
                super(server());
            }
        }
        application.withBean(Own.class, Own::new).run(context -> recordsOnce(context, context.getBean(Own.class)));
    }

    @Test
    void aFactoryIsDestroyedWithItsApplication() {
        AtomicReference<LettuceConnectionFactory> lettuce = new AtomicReference<>();
        AtomicReference<JedisConnectionFactory> jedis = new AtomicReference<>();
        application
                .withBean(LettuceConnectionFactory.class, () -> new LettuceConnectionFactory(server()))
                .withBean(JedisConnectionFactory.class, () -> new JedisConnectionFactory(server()))
                .run(context -> {
                    lettuce.set(context.getBean(LettuceConnectionFactory.class));
                    jedis.set(context.getBean(JedisConnectionFactory.class));
                    assertThat(lettuce.get().isRunning()).isTrue();
                    assertThat(jedis.get().isRunning()).isTrue();
                });
        assertThat(lettuce.get().isRunning()).isFalse();
        assertThatThrownBy(lettuce.get()::getConnection).hasMessageContaining("destroyed");
        assertThat(jedis.get().isRunning()).isFalse();
    }

    @Test
    void jedisWithAPool() {
        application
                .withBean(JedisConnectionFactory.class, () -> {
                    GenericObjectPoolConfig<?> pool = new GenericObjectPoolConfig<>();
                    pool.setMaxTotal(3);
                    return new JedisConnectionFactory(
                            server(),
                            JedisClientConfiguration.builder()
                                    .readTimeout(Duration.ofSeconds(7))
                                    .clientName("shop")
                                    .usePooling()
                                    .poolConfig(pool)
                                    .build());
                })
                .run(context -> {
                    JedisConnectionFactory factory = context.getBean(JedisConnectionFactory.class);
                    recordsOnce(context, factory);
                    recordsPipeline(context, factory);
                    assertThat(factory.getTimeout()).isEqualTo(7_000);
                    assertThat(Objects.requireNonNull(factory.getPoolConfig()).getMaxTotal())
                            .isEqualTo(3);
                    try (var connection = factory.getConnection()) {
                        assertThat(connection.serverCommands().getClientName()).isEqualTo("shop");
                    }
                });
    }

    @Test
    void jedisWithoutAPool() {
        application
                .withBean(
                        JedisConnectionFactory.class,
                        () -> new JedisConnectionFactory(
                                server(), JedisClientConfiguration.builder().build()))
                .run(context -> recordsOnce(context, context.getBean(JedisConnectionFactory.class)));
    }

    @Test
    @Tag("newest") // Spring Data had one kind of connection by Jedis before 4.1
    void jedisAsBefore() {
        for (JedisClientConfiguration configuration : List.of(
                JedisClientConfiguration.builder().usePooling().build(),
                JedisClientConfiguration.builder().build())) {
            application
                    .withBean(JedisConnectionFactory.class, () -> {
                        JedisConnectionFactory factory = new JedisConnectionFactory(server(), configuration);
                        factory.setUseUnifiedJedis(false);
                        return factory;
                    })
                    .run(context -> {
                        JedisConnectionFactory factory = context.getBean(JedisConnectionFactory.class);
                        assertThat(factory.isUseUnifiedJedis()).isFalse();
                        recordsOnce(context, factory);
                        recordsPipeline(context, factory);
                    });
        }
    }

    @Test
    void aClusterByLettuce() throws Exception {
        try (RealRedis cluster = RealRedis.startCluster()) {
            application
                    .withBean(LettuceConnectionFactory.class, () -> new LettuceConnectionFactory(nodes(cluster)))
                    .run(context -> recordsOnce(context, context.getBean(LettuceConnectionFactory.class)));
        }
    }

    @Test
    @Tag("newest") // the cluster of Jedis before has no place to record
    void aClusterByJedis() throws Exception {
        try (RealRedis cluster = RealRedis.startCluster()) {
            application
                    .withBean(JedisConnectionFactory.class, () -> new JedisConnectionFactory(nodes(cluster)))
                    .run(context -> recordsOnce(context, context.getBean(JedisConnectionFactory.class)));
        }
    }

    private static RedisClusterConfiguration nodes(RealRedis cluster) {
        return new RedisClusterConfiguration(List.of("127.0.0.1:" + cluster.port()));
    }

    @Test
    void aClientThatIsABean() {
        application
                .withBean(
                        "client",
                        RedisClient.class,
                        () -> RedisClient.create(ClientResources.create(), RedisURI.create("127.0.0.1", redis.port())))
                .run(context -> {
                    try (var connection = context.getBean(RedisClient.class).connect()) {
                        var commands = connection.sync();
                        assertThat(texts(context, () -> {
                                    commands.set("users:1", "Ann");
                                    commands.get("users:1");
                                    commands.ping(); // when it is answered, all ends before have been told
                                }))
                                .startsWith("redis users SET users:1", "redis users GET users:1: hit")
                                .hasSize(3);
                    }
                });
    }

    private static void recordsOnce(ApplicationContext context, RedisConnectionFactory factory) throws Exception {
        StringRedisTemplate template = new StringRedisTemplate(factory);
        template.delete("users:2");
        assertThat(RecordedBeans.recorded(context, () -> {
                    template.opsForValue().set("users:1", "Ann");
                    assertThat(template.opsForValue().get("users:1")).isEqualTo("Ann");
                    assertThat(template.opsForValue().get("users:2")).isNull();
                    template.hasKey("last"); // when it is answered, all ends before have been told
                }))
                .hasSize(4)
                .map(text -> text.replace(", 3 bytes", "")) // told by connections
                .startsWith("redis users SET users:1", "redis users GET users:1: hit", "redis users GET users:2: miss");
    }

    private static void recordsPipeline(ApplicationContext context, RedisConnectionFactory factory) throws Exception {
        StringRedisTemplate template = new StringRedisTemplate(factory);
        assertThat(texts(
                        context,
                        () -> template.executePipelined((RedisCallback<@Nullable Object>) connection -> {
                            connection.stringCommands().get("users:1".getBytes(StandardCharsets.UTF_8));
                            connection.stringCommands().get("users:2".getBytes(StandardCharsets.UTF_8));
                            return null;
                        })))
                .containsExactly("redis pipeline of 2 commands (GET users:1, GET users:2): 1 hit, 1 miss, 3 bytes");
    }

    /** Spring Data writes to its cache by Lettuce without waiting for it. */
    private static void awaitKey(String key) throws Exception {
        LettuceConnectionFactory factory = new LettuceConnectionFactory(server());
        factory.start();
        try {
            StringRedisTemplate template = new StringRedisTemplate(factory);
            while (!template.hasKey(key)) {
                Thread.sleep(5);
            }
        } finally {
            factory.destroy();
        }
    }

    private static List<String> texts(ApplicationContext context, RecordedBeans.Script script) throws Exception {
        return RecordedBeans.recorded(context, script);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableCaching
    static class Library {

        @Bean
        Books service() {
            return new Books();
        }
    }

    static class Books {

        @Cacheable("books")
        public String title(int id) {
            return "title " + id;
        }
    }
}

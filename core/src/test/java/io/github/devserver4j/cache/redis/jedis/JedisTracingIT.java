package io.github.devserver4j.cache.redis.jedis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.redis.RealRedis;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.KindTotal;
import io.github.devserver4j.trace.TextStyle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.ReliableTransaction;
import redis.clients.jedis.Response;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.executors.DefaultCommandExecutor;
import redis.clients.jedis.providers.PooledConnectionProvider;

@Tag("clients")
@SuppressWarnings("deprecation") // of what older applications use
final class JedisTracingIT {

    private static final JedisClientConfig CONFIG = DefaultJedisClientConfig.builder()
            .socketTimeoutMillis(300)
            .connectionTimeoutMillis(2_000)
            .build();

    private static final CommandObject<String> SET = new CommandObject<>(
            new CommandArguments(Protocol.Command.SET).key("users:1").add("Ann"), BuilderFactory.STRING);
    private static final CommandObject<String> GET =
            new CommandObject<>(new CommandArguments(Protocol.Command.GET).key("users:1"), BuilderFactory.STRING);
    private static final CommandObject<List<String>> MGET = new CommandObject<>(
            new CommandArguments(Protocol.Command.MGET).keys("users:1", "users:2"), BuilderFactory.STRING_LIST);

    private static RealRedis redis;
    private static HostAndPort address;

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final JedisTracing tracing = JedisTracing.create(currentTrace);

    @BeforeAll
    static void start() throws Exception {
        redis = RealRedis.start();
        address = new HostAndPort("127.0.0.1", redis.port());
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    @BeforeEach
    void empty() {
        try (Jedis raw = new Jedis(address, CONFIG)) {
            raw.flushAll();
        }
    }

    private Jedis tracedJedis() {
        return tracing.jedis(address, CONFIG);
    }

    private UnifiedJedis tracedClient() {
        return new UnifiedJedis(
                new PooledConnectionProvider(tracing.connections(address, CONFIG)), 1, Duration.ofSeconds(5));
    }

    private static List<String> summaries(RecordedRequest request) throws InterruptedException {
        return request.finishedCalls(CacheCall.class).stream()
                .map(CacheCall::summary)
                .toList();
    }

    @Test
    void aReadIsAHitOrAMissByItsReply() throws Exception {
        try (Jedis jedis = tracedJedis();
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            jedis.set("users:1", "Ann");
            jedis.get("users:1");
            jedis.get("users:2");
            jedis.mget("users:1", "users:2", "users:3");
            jedis.exists("users:1");
            jedis.exists("users:1", "users:2");
            jedis.hset("user:1", "name", "Ann");
            jedis.hget("user:1", "name");
            jedis.hget("user:1", "mail");
            jedis.hmget("user:1", "name", "mail");
            jedis.hgetAll("user:2");
            jedis.sismember("set", "member");
            jedis.lrange("list", 0, 1);
            jedis.getDel("users:1");
            jedis.del("users:1", "users:2");
            jedis.incr("counter");
            jedis.ttl("counter");
            jedis.ping();
            assertThat(summaries(request))
                    .containsExactly(
                            "redis users SET users:1",
                            "redis users GET users:1: hit, 3 bytes",
                            "redis users GET users:2: miss",
                            "redis users MGET [users:1, users:2, users:3]: 1 hit, 2 misses, 3 bytes",
                            "redis users EXISTS users:1: hit",
                            "redis users EXISTS [users:1, users:2]: 1 hit, 1 miss",
                            "redis user HSET user:1",
                            "redis user HGET user:1 name: hit, 3 bytes",
                            "redis user HGET user:1 mail: miss",
                            "redis user HMGET user:1: 1 hit, 1 miss, 3 bytes",
                            "redis user HGETALL user:2: miss",
                            "redis SISMEMBER set: miss",
                            "redis LRANGE list: miss",
                            "redis users GETDEL users:1: 1 hit, 0 misses, 3 bytes",
                            "redis users DEL [users:1, users:2]",
                            "redis INCR counter",
                            "redis TTL counter",
                            "redis PING");
        }
    }

    @Test
    void commandsOfTheApplicationsOwnMakingAreReadByTheirPlace() throws Exception {
        try (Jedis jedis = tracedJedis();
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            jedis.sendCommand(Protocol.Command.SET, "users:1", "secret value");
            jedis.sendCommand(Protocol.Command.MGET, "users:1", "users:2");
            jedis.sendCommand(Protocol.Command.HGET, "user:1", "name");
            jedis.sendCommand(() -> "get".getBytes(StandardCharsets.UTF_8), "users:1");
            jedis.sendCommand(() -> "OBJECT".getBytes(StandardCharsets.UTF_8), "ENCODING", "users:1");
            assertThat(summaries(request))
                    .containsExactly(
                            "redis users SET users:1",
                            "redis users MGET [users:1, users:2]: 1 hit, 1 miss, 12 bytes",
                            "redis user HGET user:1 name: miss",
                            "redis users GET users:1: hit, 12 bytes",
                            "redis OBJECT");
        }
    }

    @Test
    void secretsAreMaskedAndValuesNeverShown() throws Exception {
        try (Jedis jedis = tracedJedis();
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            jedis.get("token:abc");
            jedis.configSet("requirepass", "");
            assertThatThrownBy(() -> jedis.auth("hunter2")).hasMessageContaining("AUTH");
            jedis.setex("users:1", 10, "hunter3");
            assertThat(request.finishedCalls(CacheCall.class).stream()
                            .flatMap(call -> call.lines(TextStyle.COMPLETE).stream())
                            .toList())
                    .noneMatch(line -> line.contains("hunter") || line.contains("abc"))
                    .startsWith("redis token GET token:***: miss", "redis CONFIG", "redis AUTH");
        }
    }

    @Test
    void aPipelineIsOneCall() throws Exception {
        try (Jedis jedis = tracedJedis();
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Pipeline pipeline = jedis.pipelined();
            Response<String> set = pipeline.set("users:1", "Ann");
            Response<String> hit = pipeline.get("users:1");
            Response<List<String>> bulk = pipeline.mget("users:1", "users:2", "users:3");
            pipeline.sync();
            pipeline.get("users:1");
            assertThat(pipeline.syncAndReturnAll()).containsExactly("Ann");
            pipeline.close();
            assertThat(set.get()).isEqualTo("OK");
            assertThat(hit.get()).isEqualTo("Ann");
            assertThat(bulk.get()).containsExactly("Ann", null, null);
            assertThat(summaries(request))
                    .containsExactly(
                            "redis pipeline of 3 commands (SET users:1, GET users:1, MGET [users:1, users:2, users:3]): 2 hits, 2 misses, 6 bytes",
                            "redis users GET users:1: hit, 3 bytes");
        }
    }

    @Test
    void aTransactionIsOneCall() throws Exception {
        try (Jedis jedis = tracedJedis();
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Transaction transaction = jedis.multi();
            transaction.set("users:1", "Ann");
            transaction.get("users:1");
            transaction.get("users:2");
            assertThat(transaction.exec()).containsExactly("OK", "Ann", null);
            try (ReliableTransaction reliable = new ReliableTransaction(jedis.getConnection(), true, false)) {
                reliable.get("users:1");
                reliable.get("users:2");
                assertThat(reliable.exec()).containsExactly("Ann", null);
            }
            Transaction discarded = jedis.multi();
            discarded.get("users:1");
            discarded.discard();
            jedis.get("users:1");
            assertThat(summaries(request))
                    .containsExactly(
                            "redis transaction of 3 commands (SET users:1, GET users:1, GET users:2): 1 hit, 1 miss, 3 bytes",
                            "redis transaction of 2 commands (GET users:1, GET users:2): 1 hit, 1 miss, 3 bytes",
                            "redis transaction of 1 command (GET users:1)",
                            "redis users GET users:1: hit, 3 bytes");
        }
    }

    @Test
    void aTransactionWhoseKeyWasChangedHasReadNothing() throws Exception {
        try (Jedis jedis = tracedJedis();
                Jedis other = new Jedis(address, CONFIG);
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            jedis.watch("users:1");
            other.set("users:1", "Bob");
            Transaction transaction = jedis.multi();
            transaction.get("users:1");
            assertThat(transaction.exec()).isNull();
            assertThat(summaries(request))
                    .startsWith("redis users WATCH users:1", "redis transaction of 1 command (GET users:1)");
        }
    }

    @Test
    void poolsAndClientsOfPoolsRecord() throws Exception {
        try (JedisPool pool = new JedisPool(tracing.jedises(address, CONFIG));
                UnifiedJedis client = tracedClient();
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            try (Jedis jedis = pool.getResource()) {
                jedis.get("users:1");
            }
            client.get("users:2");
            try (AbstractPipeline pipeline = client.pipelined()) {
                pipeline.get("users:3");
                pipeline.get("users:4");
            }
            try (AbstractTransaction transaction = client.multi()) {
                transaction.get("users:5");
                transaction.exec();
            }
            assertThat(summaries(request))
                    .containsExactly(
                            "redis users GET users:1: miss",
                            "redis users GET users:2: miss",
                            "redis pipeline of 2 commands (GET users:3, GET users:4): 0 hits, 2 misses",
                            "redis transaction of 1 command (GET users:5): 0 hits, 1 miss");
        }
    }

    @Test
    void anExecutorRecordsAndTogetherWithConnectionsRecordsOnce() throws Exception {
        try (PooledConnectionProvider raw = new PooledConnectionProvider(address, CONFIG);
                PooledConnectionProvider traced = new PooledConnectionProvider(tracing.connections(address, CONFIG));
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            var executor = tracing.executor(tracing.executor(new DefaultCommandExecutor(raw)));
            assertThat(executor.executeCommand(SET)).isEqualTo("OK");
            assertThat(executor.executeCommand(GET)).isEqualTo("Ann");
            assertThat(executor.executeCommand(MGET)).containsExactly("Ann", null);
            var both = tracing.executor(new DefaultCommandExecutor(traced));
            assertThat(both.executeCommand(GET)).isEqualTo("Ann");
            assertThat(summaries(request))
                    .containsExactly(
                            "redis users SET users:1",
                            "redis users GET users:1: hit",
                            "redis users MGET [users:1, users:2]: 1 hit, 1 miss",
                            "redis users GET users:1: hit");
        }
    }

    @Test
    void anErrorReplyIsShownAsFailed() throws Exception {
        try (Jedis jedis = tracedJedis();
                Jedis raw = new Jedis(address, CONFIG);
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            raw.lpush("list", "one");
            Throwable expected = catchThrowable(() -> raw.get("list"));
            assertThatThrownBy(() -> jedis.get("list"))
                    .hasSameClassAs(expected)
                    .hasMessage(expected.getMessage())
                    .hasNoCause();
            Pipeline pipeline = jedis.pipelined();
            Response<String> refused = pipeline.get("list");
            Response<Long> fine = pipeline.llen("list");
            pipeline.sync();
            assertThatThrownBy(refused::get).hasSameClassAs(expected).hasMessage(expected.getMessage());
            assertThat(fine.get()).isEqualTo(1);
            List<CacheCall> calls = request.finishedCalls(CacheCall.class);
            assertThat(calls).extracting(CacheCall::listed).containsExactly(true, true);
            assertThat(calls)
                    .extracting(CacheCall::error)
                    .allMatch(error -> error.startsWith("JedisDataException: WRONGTYPE Operation"));
        }
    }

    @Test
    void aTimeoutIsShownAsFailed() throws Exception {
        try (RealRedis own = RealRedis.start();
                Jedis jedis = tracing.jedis(new HostAndPort("127.0.0.1", own.port()), CONFIG);
                Jedis raw = new Jedis(new HostAndPort("127.0.0.1", own.port()), CONFIG);
                Jedis other = new Jedis(new HostAndPort("127.0.0.1", own.port()), CONFIG);
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            other.clientPause(10_000);
            Throwable expected = catchThrowable(() -> raw.get("users:1"));
            assertThatThrownBy(() -> jedis.get("users:1"))
                    .hasSameClassAs(expected)
                    .hasMessage(expected.getMessage());
            assertThat(request.finishedCalls(CacheCall.class))
                    .singleElement()
                    .extracting(CacheCall::error)
                    .isEqualTo("JedisConnectionException: " + expected.getMessage());
        }
    }

    @Test
    void aStoppedServerIsShownAsFailed() throws Exception {
        RealRedis own = RealRedis.start();
        HostAndPort there = new HostAndPort("127.0.0.1", own.port());
        Jedis jedis = tracing.jedis(there, CONFIG);
        try (Jedis raw = new Jedis(there, CONFIG);
                JedisPool pool = new JedisPool(tracing.jedises(there, CONFIG));
                JedisPool rawPool = new JedisPool(there, CONFIG);
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            own.close();
            Throwable expected = catchThrowable(() -> raw.get("users:1"));
            assertThatThrownBy(() -> jedis.get("users:1"))
                    .hasSameClassAs(expected)
                    .hasMessage(expected.getMessage());
            Throwable refused = catchThrowable(rawPool::getResource);
            assertThatThrownBy(pool::getResource).hasSameClassAs(refused).hasMessage(refused.getMessage());
            Pipeline pipeline = jedis.pipelined();
            assertThatThrownBy(() -> {
                        pipeline.get("users:1"); // fails here or there, by the version
                        pipeline.sync();
                    })
                    .isInstanceOf(expected.getClass());
            var unused = catchThrowable(jedis::close); // Jedis 7 sends what it has left, in vain
            assertThat(request.finishedCalls(CacheCall.class))
                    .hasSize(3)
                    .allMatch(call -> call.error() != null && call.error().startsWith("JedisConnectionException: "));
        }
    }

    @Test
    void whatRedisCountedIsWhatWasRecorded() throws Exception {
        try (UnifiedJedis client = tracedClient();
                Jedis raw = new Jedis(address, CONFIG)) {
            client.ping(); // opens the connection
            raw.configResetStat();
            Map<String, Long> recorded = new TreeMap<>();
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                for (int i = 0; i < 20; i++) {
                    client.set("users:" + i, "value");
                    client.get("users:" + i);
                    client.mget("users:" + i, "nobody");
                    client.hset("user:" + i, "name", "value");
                    client.del("users:" + i);
                }
                for (CacheCall call : request.finishedCalls(CacheCall.class)) {
                    recorded.merge(call.method(), 1L, Long::sum);
                }
            }
            Map<String, Long> counted = RealRedis.calls(raw.info("commandstats"));
            counted.remove("CONFIG|RESETSTAT");
            counted.remove("CONFIG");
            assertThat(recorded).isEqualTo(counted).hasSize(5).containsValue(20L);
        }
    }

    @Test
    void nothingIsRecordedWithoutARequestAndAConnectionMayServeManyRequests() throws Exception {
        try (Jedis jedis = tracedJedis()) {
            jedis.set("users:1", "Ann");
            Pipeline before = jedis.pipelined();
            before.get("users:1");
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                before.get("users:1");
                assertThat(before.syncAndReturnAll()).containsExactly("Ann", "Ann");
                jedis.get("users:1");
                assertThat(summaries(request)).endsWith("redis users GET users:1: hit, 3 bytes");
            }
            assertThat(jedis.get("users:1")).isEqualTo("Ann");
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                jedis.get("users:2");
                assertThat(summaries(request)).containsExactly("redis users GET users:2: miss");
            }
        }
    }

    @Test
    void eachThreadRecordsInItsOwnRequest() throws Exception {
        try (UnifiedJedis client = tracedClient()) {
            List<CompletableFuture<List<String>>> requests = new ArrayList<>();
            for (int thread = 0; thread < 2; thread++) {
                String key = "users:" + thread;
                requests.add(CompletableFuture.supplyAsync(() -> {
                    try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                        for (int i = 0; i < 200; i++) {
                            client.get(key);
                        }
                        return summaries(request);
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                }));
            }
            for (int thread = 0; thread < 2; thread++) {
                assertThat(requests.get(thread).get())
                        .hasSize(200)
                        .containsOnly("redis users GET users:" + thread + ": miss");
            }
        }
    }

    @Test
    void theCallSiteIsTheLineThatCalls() throws Exception {
        try (UnifiedJedis client = tracedClient();
                RecordedRequest request = RecordedRequest.openSited(currentTrace)) {
            int line = new Throwable().getStackTrace()[0].getLineNumber() + 1;
            client.get("users:1");
            assertThat(request.finishedCalls(CacheCall.class))
                    .singleElement()
                    .extracting(CacheCall::callSite)
                    .hasToString(
                            getClass().getName() + ".theCallSiteIsTheLineThatCalls(JedisTracingIT.java:" + line + ")");
        }
    }

    @Test
    void theSummaryNamesTheCachesThatKeysTell() throws Exception {
        try (UnifiedJedis client = tracedClient();
                RecordedRequest request = RecordedRequest.open(currentTrace, 1)) {
            client.set("users:1", "Ann");
            client.get("users:1");
            client.get("users:2");
            client.get("events:1");
            client.hget("events:1", "name");
            KindTotal total = Objects.requireNonNull(request.finish().total("cache"));
            assertThat(total.summary()).isEqualTo("""
                            5 calls made with a 25% hit percentage (3 misses)
                            redis users: 3 calls, 50%
                            redis events: 2 calls, 0%""");
        }
    }

    @Test
    void aConnectionIsWhatJedisMakesOfIt() throws Exception {
        try (Jedis traced = tracedJedis();
                Jedis raw = new Jedis(address, CONFIG)) {
            Connection connection = traced.getConnection();
            assertThat(connection.getRedisProtocol())
                    .isEqualTo(raw.getConnection().getRedisProtocol());
            assertThat(connection.getSoTimeout()).isEqualTo(raw.getConnection().getSoTimeout());
            assertThat(connection.isConnected()).isTrue();
            traced.close();
            assertThat(connection.isConnected()).isFalse();
        }
    }
}

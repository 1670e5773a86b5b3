package io.github.devserver4j.cache.redis.lettuce;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.redis.RealRedis;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.TransactionResult;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("clients")
final class LettuceTracingIT {

    private static final CurrentTrace CURRENT_TRACE = CurrentTrace.create();
    private static final LettuceTracing TRACING = LettuceTracing.create(CURRENT_TRACE);

    private static RealRedis redis;
    private static ClientResources resources;
    private static RedisClient client;
    private static RedisClient rawClient;
    private static StatefulRedisConnection<String, String> connection;
    private static StatefulRedisConnection<String, String> raw;

    @BeforeAll
    static void start() throws Exception {
        redis = RealRedis.start();
        resources = ClientResources.create();
        client = TRACING.redisClient(resources, uri(redis));
        rawClient = RedisClient.create(resources, uri(redis));
        connection = client.connect();
        raw = rawClient.connect();
    }

    @AfterAll
    static void stop() throws Exception {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
        rawClient.shutdown(Duration.ZERO, Duration.ofSeconds(5));
        resources.shutdown(0, 5, SECONDS).get();
        redis.close();
    }

    private static RedisURI uri(RealRedis server) {
        return RedisURI.builder().withHost("127.0.0.1").withPort(server.port()).build();
    }

    @BeforeEach
    void empty() {
        raw.sync().flushall();
    }

    private static List<String> summaries(RecordedRequest request) throws InterruptedException {
        List<CacheCall> calls = request.finishedCalls(CacheCall.class);
        assertThat(calls).allMatch(CacheCall::ended);
        return calls.stream().map(CacheCall::summary).toList();
    }

    @Test
    void aReadIsAHitOrAMissByItsReply() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
            RedisCommands<String, String> commands = connection.sync();
            commands.set("users:1", "Ann");
            commands.get("users:1");
            commands.get("users:2");
            commands.mget("users:1", "users:2", "users:3");
            commands.exists("users:1");
            commands.exists("users:1", "users:2");
            commands.hset("user:1", "name", "Ann");
            commands.hget("user:1", "name");
            commands.hget("user:1", "mail");
            commands.hmget("user:1", "name", "mail");
            commands.hgetall("user:2");
            commands.sismember("set", "member");
            commands.lrange("list", 0, 1);
            commands.getdel("users:1");
            commands.del("users:1", "users:2");
            commands.mset(Map.of("users:1", "Ann"));
            commands.incr("counter");
            commands.ping();
            commands.clientSetname("me");
            assertThat(summaries(request))
                    .containsExactly(
                            "redis users SET users:1",
                            "redis users GET users:1: hit",
                            "redis users GET users:2: miss",
                            "redis users MGET [users:1, users:2, users:3]: 1 hit, 2 misses",
                            "redis users EXISTS users:1: hit",
                            "redis users EXISTS [users:1, users:2]: 1 hit, 1 miss",
                            "redis user HSET user:1",
                            "redis user HGET user:1 name: hit",
                            "redis user HGET user:1 mail: miss",
                            "redis user HMGET user:1: 1 hit, 1 miss",
                            "redis user HGETALL user:2: miss",
                            "redis SISMEMBER set: miss",
                            "redis LRANGE list: miss",
                            "redis users GETDEL users:1: 1 hit, 0 misses",
                            "redis users DEL [users:1, users:2]",
                            "redis users MSET users:1",
                            "redis INCR counter",
                            "redis PING",
                            "redis CLIENT");
        }
    }

    @Test
    void asynchronousCommandsBelongToTheRequestThatSentThem() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
            RedisAsyncCommands<String, String> commands = connection.async();
            RedisFuture<String> set = commands.set("users:1", "Ann");
            RedisFuture<String> get = commands.get("users:1");
            assertThat(LettuceFutures.awaitAll(5, SECONDS, set, get)).isTrue();
            assertThat(get.get()).isEqualTo("Ann");
            assertThat(summaries(request)).containsExactly("redis users SET users:1", "redis users GET users:1: hit");
        }
    }

    @Test
    void aCommandThatOutlivesItsRequestIsShownAsNotReturned() throws Exception {
        try (StatefulRedisConnection<String, String> own = client.connect();
                RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
            RedisFuture<?> waiting = own.async().blpop(20, "list");
            List<CacheCall> calls = request.finishedCalls(CacheCall.class);
            assertThat(calls).singleElement().extracting(CacheCall::ended).isEqualTo(false);
            raw.sync().lpush("list", "one");
            assertThat(waiting.get(5, SECONDS)).isNotNull();
        }
    }

    @Test
    void aReactiveCommandBelongsToTheRequestThatSubscribes() throws Exception {
        raw.sync().mset(Map.of("users:1", "Ann", "users:2", "Bob"));
        RedisReactiveCommands<String, String> commands = connection.reactive();
        var get = commands.get("users:1"); // assembled outside
        var miss = commands.get("users:9");
        var bulk = commands.mget("users:1", "users:2", "users:3");
        var range = commands.lrange("list", 0, -1);
        try (RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
            assertThat(get.block()).isEqualTo("Ann");
            assertThat(get.block()).isEqualTo("Ann");
            assertThat(miss.block()).isNull();
            assertThat(bulk.collectList().block()).hasSize(3);
            assertThat(range.collectList().block()).isEmpty();
            assertThat(summaries(request))
                    .containsExactly(
                            "redis users GET users:1: hit",
                            "redis users GET users:1: hit",
                            "redis users GET users:9: miss",
                            "redis users MGET [users:1, users:2, users:3]: 2 hits, 1 miss",
                            "redis LRANGE list: miss");
        }
    }

    @Test
    void commandsThatAreFlushedTogetherAreOneCall() throws Exception {
        try (StatefulRedisConnection<String, String> own = client.connect();
                RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
            own.setAutoFlushCommands(false);
            RedisAsyncCommands<String, String> commands = own.async();
            List<RedisFuture<?>> futures = new ArrayList<>();
            futures.add(commands.set("users:1", "Ann"));
            futures.add(commands.get("users:1"));
            futures.add(commands.mget("users:1", "users:2", "users:3"));
            own.flushCommands();
            assertThat(LettuceFutures.awaitAll(Duration.ofSeconds(5), futures.toArray(new RedisFuture<?>[0])))
                    .isTrue();
            RedisFuture<String> second = commands.get("users:2");
            own.flushCommands();
            assertThat(second.get(5, SECONDS)).isNull();
            own.setAutoFlushCommands(true);
            own.sync().get("users:1");
            assertThat(summaries(request))
                    .containsExactly(
                            "redis pipeline of 3 commands (SET users:1, GET users:1, MGET [users:1, users:2, users:3]): 2 hits, 2 misses",
                            "redis pipeline of 1 command (GET users:2): 0 hits, 1 miss",
                            "redis users GET users:1: hit");
        }
    }

    @Test
    void aTransactionIsOneCall() throws Exception {
        try (StatefulRedisConnection<String, String> own = client.connect();
                RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
            RedisCommands<String, String> commands = own.sync();
            commands.multi();
            commands.set("users:1", "Ann");
            commands.get("users:1");
            commands.mget("users:1", "users:2");
            TransactionResult result = commands.exec();
            assertThat(result.<Object>get(1)).isEqualTo("Ann");
            commands.multi();
            commands.get("users:1");
            commands.discard();
            commands.watch("users:1");
            raw.sync().set("users:1", "Bob");
            commands.multi();
            commands.get("users:1");
            assertThat(commands.exec().wasDiscarded()).isTrue();
            RedisAsyncCommands<String, String> async = own.async();
            var unused = async.multi();
            RedisFuture<String> get = async.get("users:1");
            assertThat(async.exec().get(5, SECONDS)).hasSize(1);
            assertThat(get.get()).isEqualTo("Bob");
            commands.get("users:1");
            assertThat(summaries(request))
                    .containsExactly(
                            "redis transaction of 3 commands (SET users:1, GET users:1, MGET [users:1, users:2]): 2 hits, 1 miss",
                            "redis transaction of 1 command (GET users:1)",
                            "redis users WATCH users:1",
                            "redis transaction of 1 command (GET users:1)",
                            "redis transaction of 1 command (GET users:1): 1 hit, 0 misses",
                            "redis users GET users:1: hit");
        }
    }

    @Test
    void anErrorReplyIsShownAsFailed() throws Exception {
        raw.sync().lpush("list", "one");
        Throwable expected = catchThrowable(() -> raw.sync().get("list"));
        try (StatefulRedisConnection<String, String> own = client.connect();
                RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
            assertThatThrownBy(() -> own.sync().get("list"))
                    .hasSameClassAs(expected)
                    .hasMessage(expected.getMessage());
            assertThatThrownBy(() -> own.reactive().get("list").block()).hasMessageContaining(expected.getMessage());
            own.sync().multi();
            own.sync().get("list");
            assertThat(own.sync().exec().<Throwable>get(0)).hasSameClassAs(expected);
            assertThat(request.finishedCalls(CacheCall.class))
                    .hasSize(3)
                    .extracting(CacheCall::error)
                    .allMatch(error -> error.startsWith("RedisCommandExecutionException: WRONGTYPE"));
        }
    }

    @Test
    void aTimeoutIsShownAsFailed() throws Exception {
        try (RealRedis own = RealRedis.start()) {
            RedisClient traced = TRACING.redisClient(resources, uri(own));
            RedisClient plain = RedisClient.create(resources, uri(own));
            try (var tracedConnection = traced.connect();
                    var rawConnection = plain.connect();
                    RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
                rawConnection.sync().clientPause(20_000);
                tracedConnection.setTimeout(Duration.ofMillis(100));
                rawConnection.setTimeout(Duration.ofMillis(100));
                Throwable expected = catchThrowable(() -> rawConnection.sync().get("users:1"));
                assertThatThrownBy(() -> tracedConnection.sync().get("users:1"))
                        .hasSameClassAs(expected)
                        .hasMessage(expected.getMessage());
                assertThat(request.finishedCalls(CacheCall.class))
                        .singleElement()
                        .extracting(CacheCall::error)
                        .asString()
                        .containsAnyOf("CancellationException", "RedisCommandTimeoutException");
            } finally {
                traced.shutdown(0, 0, SECONDS);
                plain.shutdown(0, 0, SECONDS);
            }
        }
    }

    @Test
    void timeoutsOfLettuceItselfStillReachTheirWriter() throws Exception {
        RedisClient traced = TRACING.install(TRACING.redisClient(resources, uri(redis)));
        traced.setOptions(ClientOptions.builder()
                .timeoutOptions(TimeoutOptions.builder().connectionTimeout().build())
                .build());
        try (var own = traced.connect()) {
            own.setTimeout(Duration.ofMillis(50)); // reaches the writer behind ours
            assertThatThrownBy(() -> own.async().blpop(20, "nothing").get(5, SECONDS))
                    .hasMessageContaining("timed out after 50 milli");
        } finally {
            traced.shutdown(0, 0, SECONDS);
        }
    }

    @Test
    void aConnectionInVainIsAFailedCall() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        RedisURI nowhere = RedisURI.create("127.0.0.1", free);
        RedisClient traced = TRACING.redisClient(resources, nowhere);
        RedisClient plain = RedisClient.create(resources, nowhere);
        try {
            Throwable expected = catchThrowable(plain::connect);
            Throwable expectedLater = catchThrowable(() -> plain.connectAsync(StringCodec.UTF8, nowhere)
                    .toCompletableFuture()
                    .join());
            assertThatThrownBy(traced::connect).hasSameClassAs(expected).hasMessage(expected.getMessage());
            try (RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
                assertThatThrownBy(traced::connect)
                        .hasSameClassAs(expected)
                        .hasMessage(expected.getMessage())
                        .cause()
                        .hasSameClassAs(expected.getCause());
                assertThatThrownBy(() -> traced.connectAsync(StringCodec.UTF8, nowhere)
                                .toCompletableFuture()
                                .join())
                        .hasSameClassAs(expectedLater)
                        .cause()
                        .hasSameClassAs(expectedLater.getCause());
                List<CacheCall> calls = request.finishedCalls(CacheCall.class);
                assertThat(calls).extracting(CacheCall::summary).containsExactly("redis connect", "redis connect");
                assertThat(calls).allMatch(call -> call.listed() && call.ended());
                assertThat(calls.get(0).error()).contains("refused");
            }
        } finally {
            traced.shutdown(0, 0, SECONDS);
            plain.shutdown(0, 0, SECONDS);
        }
    }

    @Test
    void aConnectionThatIsMadeIsNoCall() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(CURRENT_TRACE);
                StatefulRedisConnection<String, String> own = client.connect()) {
            own.sync().get("users:1");
            assertThat(summaries(request)).containsExactly("redis users GET users:1: miss");
        }
    }

    @Test
    void aStoppedServerIsShownAsFailed() throws Exception {
        RealRedis own = RealRedis.start();
        RedisClient traced = TRACING.redisClient(resources, uri(own));
        RedisClient plain = RedisClient.create(resources, uri(own));
        ClientOptions options = ClientOptions.builder().autoReconnect(false).build();
        traced.setOptions(options);
        plain.setOptions(options);
        try (var tracedConnection = traced.connect();
                var rawConnection = plain.connect();
                RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
            RedisFuture<?> waiting = tracedConnection.async().blpop(20, "nothing");
            RedisFuture<?> rawWaiting = rawConnection.async().blpop(20, "nothing");
            own.close();
            Throwable broken = catchThrowable(() -> rawWaiting.get(5, SECONDS));
            assertThatThrownBy(() -> waiting.get(5, SECONDS)).hasSameClassAs(broken);
            Throwable expected = catchThrowable(() -> rawConnection.sync().get("users:1"));
            assertThatThrownBy(() -> tracedConnection.sync().get("users:1"))
                    .hasSameClassAs(expected)
                    .hasMessage(expected.getMessage());
            assertThat(request.finishedCalls(CacheCall.class))
                    .hasSize(2)
                    .allMatch(call -> call.ended() && call.error() != null);
        } finally {
            traced.shutdown(0, 0, SECONDS);
            plain.shutdown(0, 0, SECONDS);
        }
    }

    @Test
    void whatRedisCountedIsWhatWasRecorded() throws Exception {
        connection.sync().ping();
        raw.sync().configResetstat();
        Map<String, Long> recorded = new TreeMap<>();
        try (RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
            for (int i = 0; i < 20; i++) {
                connection.sync().set("users:" + i, "value");
                var unused = connection.async().get("users:" + i);
                connection.reactive().mget("users:" + i, "nobody").blockLast();
                connection.sync().del("users:" + i);
            }
            for (CacheCall call : request.finishedCalls(CacheCall.class)) {
                recorded.merge(call.method(), 1L, Long::sum);
            }
        }
        Map<String, Long> counted = RealRedis.calls(raw.sync().info("commandstats"));
        counted.keySet().removeIf(name -> name.startsWith("CONFIG"));
        assertThat(recorded).isEqualTo(counted).hasSize(4).containsValue(20L);
    }

    @Test
    void aClientThatWasThereIsListenedToOnce() throws Exception {
        RedisClient found = RedisClient.create(resources, uri(redis));
        TRACING.install(TRACING.install(found));
        LettuceTracing.create(CURRENT_TRACE).install(found);
        try (var own = found.connect();
                RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
            own.sync().set("users:1", "Ann");
            own.sync().get("users:1");
            own.reactive().mget("users:1", "users:2").blockLast();
            raw.sync().lpush("list", "one");
            assertThatThrownBy(() -> own.sync().get("list")).hasMessageContaining("WRONGTYPE");
            own.sync().ping(); // when it is answered, all ends before have been told
            own.sync().ping();
            assertThat(request.finishedCalls(CacheCall.class).subList(0, 4))
                    .allMatch(CacheCall::ended)
                    .extracting(CacheCall::summary)
                    .containsExactly(
                            "redis users SET users:1",
                            "redis users GET users:1: hit",
                            "redis users MGET [users:1, users:2]: 1 hit, 1 miss",
                            "redis GET list");
        } finally {
            found.shutdown(0, 0, SECONDS);
        }
    }

    @Test
    void publishingAndSubscribingAreLeftAlone() throws Exception {
        BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        try (StatefulRedisPubSubConnection<String, String> subscriber = client.connectPubSub();
                RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
            subscriber.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String message) {
                    messages.add(message);
                }
            });
            subscriber.sync().subscribe("news");
            connection.sync().publish("news", "hello");
            assertThat(messages.poll(5, TimeUnit.SECONDS)).isEqualTo("hello");
            assertThat(summaries(request)).hasSize(1).allMatch(text -> text.startsWith("redis PUBLISH"));
        }
    }

    @Test
    void requestsThatShareAConnectionHaveTheirOwnCalls() throws Exception {
        List<CompletableFuture<List<String>>> requests = new ArrayList<>();
        for (int thread = 0; thread < 2; thread++) {
            String key = "users:" + thread;
            requests.add(CompletableFuture.supplyAsync(() -> {
                try (RecordedRequest request = RecordedRequest.open(CURRENT_TRACE)) {
                    for (int i = 0; i < 300; i++) {
                        connection.sync().get(key);
                    }
                    return summaries(request);
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }));
        }
        for (int thread = 0; thread < 2; thread++) {
            assertThat(requests.get(thread).get())
                    .hasSize(300)
                    .containsOnly("redis users GET users:" + thread + ": miss");
        }
    }

    @Test
    void theCallSiteIsTheLineThatCalls() throws Exception {
        try (RecordedRequest request = RecordedRequest.openSited(CURRENT_TRACE)) {
            int line = new Throwable().getStackTrace()[0].getLineNumber() + 1;
            connection.sync().get("token:abc");
            assertThat(request.finishedCalls(CacheCall.class)).singleElement().satisfies(call -> {
                assertThat(call.summary()).isEqualTo("redis token GET token:***: miss");
                assertThat(call.callSite())
                        .hasToString(getClass().getName() + ".theCallSiteIsTheLineThatCalls(LettuceTracingIT.java:"
                                + line + ")");
            });
        }
    }
}

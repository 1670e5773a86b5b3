package io.github.devserver4j.cache.redis.jedis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.redis.RealRedis;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** A connection records again once what has no reply of its own is over. */
@Tag("clients")
@SuppressWarnings("deprecation") // of what older applications use
final class ConversationIT {

    private static final JedisClientConfig CONFIG =
            DefaultJedisClientConfig.builder().build();

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

    @Test
    void aConnectionRecordsAgainAfterAnotherThreadHasEndedItsSubscription() throws Exception {
        try (Jedis jedis = tracing.jedis(address, CONFIG)) {
            subscribeUntilUnsubscribedElsewhere(jedis);
            assertThatAReadIsRecorded(jedis);
        }
    }

    @Test
    void aRequestThatSubscribesRecordsItsOtherCommands() throws Exception {
        try (Jedis jedis = tracing.jedis(address, CONFIG);
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            CountDownLatch subscribed = new CountDownLatch(2);
            JedisPubSub listener = listener(subscribed);
            CompletableFuture<Void> ending = CompletableFuture.runAsync(() -> unsubscribe(listener, subscribed));
            jedis.subscribe(listener, "news", "weather");
            ending.get(5, SECONDS);
            jedis.get("users:1");
            assertThat(request.finishedCalls(CacheCall.class))
                    .extracting(CacheCall::summary)
                    .containsExactly("redis users GET users:1: miss");
        }
    }

    @Test
    void aPooledConnectionRecordsAgainAfterRepliesThatItsLastUserTurnedOff() throws Exception {
        try (JedisPool pool = new JedisPool(tracing.jedises(address, CONFIG));
                PooledConnectionProvider provider =
                        new PooledConnectionProvider(tracing.connections(address, CONFIG))) {
            try (Jedis jedis = pool.getResource()) {
                sendWithoutReply(jedis.getConnection());
            }
            try (Jedis jedis = pool.getResource()) {
                assertThatAReadIsRecorded(jedis);
            }
            try (Connection connection = provider.getConnection()) {
                sendWithoutReply(connection);
            }
            try (Connection connection = provider.getConnection()) {
                assertThatAReadIsRecorded(new Jedis(connection));
            }
        }
    }

    private static void sendWithoutReply(Connection connection) {
        connection.sendCommand(Protocol.Command.CLIENT, "REPLY", "SKIP");
        connection.sendCommand(Protocol.Command.SET, "settings", "value");
    }

    private void assertThatAReadIsRecorded(Jedis jedis) throws InterruptedException {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(List.of(jedis.exists("users:1"), jedis.exists("users:2")))
                    .containsExactly(false, false);
            assertThat(request.finishedCalls(CacheCall.class))
                    .extracting(CacheCall::summary)
                    .containsExactly("redis users EXISTS users:1: miss", "redis users EXISTS users:2: miss");
        }
    }

    private static void subscribeUntilUnsubscribedElsewhere(Jedis jedis) throws Exception {
        CountDownLatch subscribed = new CountDownLatch(2);
        JedisPubSub listener = listener(subscribed);
        Thread listening = new Thread(() -> jedis.subscribe(listener, "news", "weather"));
        listening.start();
        assertThat(subscribed.await(5, SECONDS)).isTrue();
        while (Stream.of(listening.getStackTrace())
                .noneMatch(frame -> frame.getMethodName().equals("ensureFill"))) {
            Thread.onSpinWait(); // until it waits for the next message
        }
        unsubscribe(listener, subscribed);
        listening.join(5_000);
        assertThat(listening.isAlive()).isFalse();
    }

    private static JedisPubSub listener(CountDownLatch subscribed) {
        return new JedisPubSub() {
            @Override
            public void onSubscribe(String channel, int channels) {
                subscribed.countDown();
            }
        };
    }

    private static void unsubscribe(JedisPubSub listener, CountDownLatch subscribed) {
        try {
            assertThat(subscribed.await(5, SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        listener.unsubscribe();
    }
}

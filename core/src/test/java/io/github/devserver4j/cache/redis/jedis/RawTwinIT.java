package io.github.devserver4j.cache.redis.jedis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.redis.RealRedis;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.Transaction;

/** The same random commands, raw and traced: the same answers and the same exceptions. */
@Tag("clients")
final class RawTwinIT {

    private static final int COMMANDS = 3_000;

    private static RealRedis redis;

    @BeforeAll
    static void start() throws Exception {
        redis = RealRedis.start();
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
    }

    @Test
    void aRandomScriptGivesTheSameAnswers() throws Exception {
        CurrentTrace currentTrace = CurrentTrace.create();
        JedisTracing tracing = JedisTracing.create(currentTrace);
        HostAndPort address = new HostAndPort("127.0.0.1", redis.port());
        JedisClientConfig config = DefaultJedisClientConfig.builder().build();
        List<String> raw;
        try (Jedis jedis = new Jedis(address, config)) {
            raw = answers(jedis);
            jedis.flushAll();
        }
        try (Jedis jedis = tracing.jedis(address, config);
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(answers(jedis)).isEqualTo(raw);
            List<CacheCall> calls = request.finishedCalls(CacheCall.class);
            assertThat(calls).hasSize(COMMANDS).allMatch(CacheCall::ended);
            assertThat(calls.stream().filter(call -> call.error() != null).count())
                    .isEqualTo(raw.stream()
                            .filter(text -> text.contains("JedisDataException"))
                            .count())
                    .isPositive();
        }
    }

    private static List<String> answers(Jedis jedis) {
        Random random = new Random(42);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            Function<Jedis, Object> step = step(random);
            try {
                answers.add(text(step.apply(jedis)));
            } catch (RuntimeException failure) {
                answers.add(failure.toString());
            }
        }
        return answers;
    }

    private static Function<Jedis, Object> step(Random random) {
        String key = "key:" + random.nextInt(6);
        String other = "key:" + random.nextInt(6);
        return switch (random.nextInt(20)) {
            case 0, 1 -> jedis -> jedis.set(key, other);
            case 2 -> jedis -> jedis.get(key);
            case 3 -> jedis -> jedis.get(key.getBytes(StandardCharsets.UTF_8));
            case 4 -> jedis -> jedis.mget(key, other);
            case 5 -> jedis -> jedis.hset(key, other, key);
            case 6 -> jedis -> jedis.hget(key, other);
            case 7 -> jedis -> jedis.hgetAll(key);
            case 8 -> jedis -> jedis.del(key, other);
            case 9 -> jedis -> jedis.exists(key, other);
            case 10 -> jedis -> jedis.sadd(key, other);
            case 11 -> jedis -> jedis.sismember(key, other);
            case 12 -> jedis -> jedis.lpush(key, other);
            case 13 -> jedis -> jedis.lrange(key, 0, -1);
            case 14 -> jedis -> jedis.zadd(key, 1.5, other);
            case 15 -> jedis -> jedis.zscore(key, other);
            case 16 -> jedis -> jedis.incr(key);
            case 17 -> jedis -> jedis.eval("return {1, false, 'x'}", 1, key);
            case 18 -> jedis -> piped(jedis, key, other);
            default -> jedis -> transacted(jedis, key, other);
        };
    }

    private static Object piped(Jedis jedis, String key, String other) {
        Pipeline pipeline = jedis.pipelined();
        Response<String> get = pipeline.get(key);
        pipeline.hget(other, key);
        pipeline.del(other);
        List<Object> all = pipeline.syncAndReturnAll();
        return all.stream().map(RawTwinIT::text).toList() + " " + of(get);
    }

    private static Object of(Response<String> response) {
        try {
            return text(response.get());
        } catch (RuntimeException failure) {
            return failure.toString();
        }
    }

    private static Object transacted(Jedis jedis, String key, String other) {
        Transaction transaction = jedis.multi();
        transaction.get(key);
        transaction.lrange(other, 0, -1);
        return transaction.exec().stream().map(RawTwinIT::text).toList();
    }

    private static String text(Object answer) {
        return answer instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(answer);
    }
}

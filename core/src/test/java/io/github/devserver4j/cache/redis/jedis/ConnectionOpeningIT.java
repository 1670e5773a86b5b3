package io.github.devserver4j.cache.redis.jedis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.cache.redis.RealRedis;
import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Ticker;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceDispatcher;
import io.github.devserver4j.trace.TraceSettings;
import io.github.devserver4j.trace.Tracer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;

@Tag("clients")
final class ConnectionOpeningIT {

    private static final JedisClientConfig CONFIG =
            DefaultJedisClientConfig.builder().build();

    /** What a thread does in the background is told once it pauses, and it doesn't while a call is under way. */
    @Test
    void aConnectionThatIsOpenIsNoCallUnderWay() throws Exception {
        CurrentTrace currentTrace = CurrentTrace.create();
        JedisTracing tracing = JedisTracing.create(currentTrace);
        BlockingQueue<Trace> traces = new LinkedBlockingQueue<>();
        try (RealRedis redis = RealRedis.start();
                TraceDispatcher dispatcher = TraceDispatcher.start(List.of(traces::add))) {
            HostAndPort address = new HostAndPort("127.0.0.1", redis.port());
            TraceSettings settings = new TraceSettings(Ticker.system(), 1_000, CallSites.off());
            Tracer.create(currentTrace, settings, dispatcher).recordBackground();
            Thread opening = new Thread(() -> {
                try (Jedis first = tracing.jedis(address, CONFIG)) {
                    first.get("users:1");
                    tracing.jedis(address, CONFIG).close();
                }
            });
            opening.start();
            opening.join();
            assertThat(traces.poll(5, SECONDS))
                    .isNotNull()
                    .satisfies(trace -> assertThat(trace.calls())
                            .extracting(Call::summary)
                            .containsExactly("redis users GET users:1: miss"));
        }
    }
}

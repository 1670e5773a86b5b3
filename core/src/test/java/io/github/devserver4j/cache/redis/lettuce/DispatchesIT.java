package io.github.devserver4j.cache.redis.lettuce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.redis.RealRedis;
import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TraceRecorder;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("clients")
final class DispatchesIT {

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final Dispatches dispatches = new Dispatches(RedisServer.of(currentTrace));
    private final List<@Nullable Object> buffer = new ArrayList<>();

    @Test
    void aMultiThatIsRefusedLeavesTheTransactionOpen() throws Exception {
        try (RealRedis redis = RealRedis.start()) {
            RedisURI uri = RedisURI.create("127.0.0.1", redis.port());
            RedisClient traced = LettuceTracing.create(currentTrace).redisClient(uri);
            try (var connection = traced.connect();
                    RecordedRequest request = RecordedRequest.open(currentTrace)) {
                RedisCommands<String, String> commands = connection.sync();
                commands.multi();
                commands.set("users:1", "Ann");
                assertThatThrownBy(commands::multi).hasMessageContaining("MULTI");
                var unused = catchThrowable(commands::exec);
                List<CacheCall> calls = request.finishedCalls(CacheCall.class);
                assertThat(calls)
                        .extracting(CacheCall::summary)
                        .containsExactly("redis MULTI", "redis transaction of 1 command (SET users:1)");
                assertThat(calls.get(0).error()).contains("MULTI");
            } finally {
                traced.shutdown(0, 0, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void aPipelineThatCannotBeFlushedHasFailed() throws Exception {
        IllegalStateException failure = new IllegalStateException("no way");
        dispatches.autoFlush(false);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            send();
            assertThatThrownBy(() -> dispatches.flush(() -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
            assertThat(request.finishedCalls(CacheCall.class))
                    .singleElement()
                    .extracting(CacheCall::error)
                    .isEqualTo("IllegalStateException: no way");
        }
    }

    @Test
    void aRequestThatNeverFlushesIsNotKept() throws Exception {
        dispatches.autoFlush(false);
        WeakReference<@Nullable TraceRecorder> never = sendAndFinish();
        sendAndFinish();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (never.get() != null && System.nanoTime() < end) {
            System.gc();
        }
        assertThat(never.get()).isNull();
        assertThat(buffer).hasSize(2);
    }

    private WeakReference<@Nullable TraceRecorder> sendAndFinish() throws InterruptedException {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            WeakReference<@Nullable TraceRecorder> recorder = new WeakReference<>(currentTrace.get());
            send();
            request.finish();
            return recorder;
        }
    }

    /** As Lettuce does, keeps the command until it is flushed. */
    private void send() {
        CommandArgs<String, String> arguments = new CommandArgs<>(StringCodec.UTF8).addKey("users:1");
        buffer.add(dispatches.traced(new Command<>(CommandType.GET, new StatusOutput<>(StringCodec.UTF8), arguments)));
    }
}

package io.github.devserver4j.benchmarks;

import io.github.devserver4j.cache.redis.jedis.JedisTracing;
import io.github.devserver4j.cache.redis.lettuce.LettuceTracing;
import io.lettuce.core.CommandListenerWriter;
import io.lettuce.core.RedisChannelWriter;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StatefulRedisConnectionImpl;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ConnectionFacade;
import io.lettuce.core.protocol.PushHandler;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.resource.ClientResources;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.executors.CommandExecutor;

/**
 * A GET that is answered at once, by Jedis's executor and by Lettuce's writer: bare, recorded in a request of twenty, and
 * outside of any request. Lettuce's listener is what a client gets that was made by someone else.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class RedisBenchmark {

    private static final int COMMANDS = 20;

    /** Whether the application's lines are looked up, as they are by default. */
    @Param({"true", "false"})
    public boolean callSites;

    private Requests requests;
    private final CommandExecutor jedis = new AnsweringExecutor();
    private CommandExecutor tracedJedis;
    private RedisClient client;
    private RedisChannelWriter lettuce;
    private RedisChannelWriter tracedLettuce;
    private RedisChannelWriter listenedLettuce;

    /** Gets the writers as Lettuce's clients do. */
    @Setup
    public void writers() throws Exception {
        requests = new Requests(callSites);
        tracedJedis = JedisTracing.create(requests.currentTrace()).executor(jedis);
        LettuceTracing tracing = LettuceTracing.create(requests.currentTrace());
        client = tracing.redisClient(RedisURI.create("redis://localhost"));
        lettuce = new AnsweringWriter(client.getResources());
        Method connection = client.getClass()
                .getDeclaredMethod(
                        "newStatefulRedisConnection",
                        RedisChannelWriter.class,
                        PushHandler.class,
                        io.lettuce.core.codec.RedisCodec.class,
                        Duration.class);
        connection.setAccessible(true);
        tracedLettuce = ((StatefulRedisConnectionImpl<?, ?>)
                        connection.invoke(client, lettuce, null, StringCodec.UTF8, Duration.ofSeconds(1)))
                .getChannelWriter();
        listenedLettuce = new CommandListenerWriter(lettuce, List.of(listener(tracing)));
    }

    private static CommandListener listener(LettuceTracing tracing) {
        List<CommandListener> listeners = new java.util.ArrayList<>();
        RedisClient listened = new RedisClient() {
            @Override
            public void addListener(CommandListener listener) {
                listeners.add(listener);
            }
        };
        tracing.install(listened).shutdown(Duration.ZERO, Duration.ZERO);
        return listeners.get(0);
    }

    /** Ends the client's threads. */
    @TearDown
    public void shutdown() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void jedisBareInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            get(jedis, blackhole);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void jedisTracedInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            get(tracedJedis, blackhole);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void jedisBareOutside(Blackhole blackhole) {
        get(jedis, blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void jedisTracedOutside(Blackhole blackhole) {
        get(tracedJedis, blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void lettuceBareInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            get(lettuce, blackhole);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void lettuceTracedInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            get(tracedLettuce, blackhole);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void lettuceListenedInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            get(listenedLettuce, blackhole);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void lettuceBareOutside(Blackhole blackhole) {
        get(lettuce, blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void lettuceTracedOutside(Blackhole blackhole) {
        get(tracedLettuce, blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void lettuceListenedOutside(Blackhole blackhole) {
        get(listenedLettuce, blackhole);
    }

    private static void get(CommandExecutor executor, Blackhole blackhole) {
        for (int i = 0; i < COMMANDS; i++) {
            blackhole.consume(executor.executeCommand(new CommandObject<>(
                    new CommandArguments(Protocol.Command.GET).key("users:42"), BuilderFactory.STRING)));
        }
    }

    private static void get(RedisChannelWriter writer, Blackhole blackhole) {
        for (int i = 0; i < COMMANDS; i++) {
            AsyncCommand<String, String, String> command = new AsyncCommand<>(new Command<>(
                    CommandType.GET,
                    new ValueOutput<>(StringCodec.UTF8),
                    new CommandArgs<>(StringCodec.UTF8).addKey("users:42")));
            blackhole.consume(writer.write(command));
            blackhole.consume(command.join());
        }
    }

    private static final class AnsweringExecutor implements CommandExecutor {
        @Override
        @SuppressWarnings("unchecked")
        public <T> T executeCommand(CommandObject<T> command) {
            return (T) "Ann";
        }

        @Override
        public void close() {}
    }

    private static final class AnsweringWriter implements RedisChannelWriter {
        private static final ByteBuffer ANSWER = ByteBuffer.wrap("Ann".getBytes(StandardCharsets.UTF_8));

        private final ClientResources resources;

        AnsweringWriter(ClientResources resources) {
            this.resources = resources;
        }

        @Override
        public <K, V, T> RedisCommand<K, V, T> write(RedisCommand<K, V, T> command) {
            command.getOutput().set(ANSWER.duplicate());
            command.complete();
            return command;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <K, V> Collection<RedisCommand<K, V, ?>> write(Collection<? extends RedisCommand<K, V, ?>> commands) {
            commands.forEach(this::write);
            return (Collection<RedisCommand<K, V, ?>>) commands;
        }

        @Override
        public void close() {}

        @Override
        public CompletableFuture<Void> closeAsync() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void setConnectionFacade(ConnectionFacade connection) {}

        @Override
        public void setAutoFlushCommands(boolean autoFlush) {}

        @Override
        public void flushCommands() {}

        @Override
        public ClientResources getClientResources() {
            return resources;
        }
    }
}

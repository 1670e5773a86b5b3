package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.redis.RedisServer;
import io.lettuce.core.RedisChannelWriter;
import io.lettuce.core.cluster.ClusterPushHandler;
import io.lettuce.core.cluster.StatefulRedisClusterConnectionImpl;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.json.JsonParser;
import io.lettuce.core.protocol.RedisCommand;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * A connection to a cluster that records: before a command's node is looked for, so that one that is redirected is one
 * call, and one whose node has yet to be connected to is recorded for the thread that sends it. Lettuce casts the writer of
 * such a connection, so that none of ours may stand before it.
 */
final class TracedClusterConnection<K, V> extends StatefulRedisClusterConnectionImpl<K, V> {

    private final Dispatches dispatches;

    TracedClusterConnection(
            RedisChannelWriter writer,
            ClusterPushHandler pushHandler,
            RedisCodec<K, V> codec,
            Duration timeout,
            Supplier<JsonParser> parser,
            RedisServer server) {
        super(writer, pushHandler, codec, timeout, parser);
        this.dispatches = new Dispatches(server);
    }

    @Override
    public <T> RedisCommand<K, V, T> dispatch(RedisCommand<K, V, T> command) {
        TracedCommand<K, V, T> traced = dispatches.traced(command);
        return traced == null ? super.dispatch(command) : traced.writtenBy(super::dispatch);
    }

    @Override
    public Collection<RedisCommand<K, V, ?>> dispatch(Collection<? extends RedisCommand<K, V, ?>> commands) {
        return dispatches.listens() ? dispatches.traced(commands).writtenBy(super::dispatch) : super.dispatch(commands);
    }

    @Override
    public void setAutoFlushCommands(boolean autoFlush) {
        dispatches.autoFlush(autoFlush);
        super.setAutoFlushCommands(autoFlush);
    }

    @Override
    public void flushCommands() {
        dispatches.flush(super::flushCommands);
    }
}

package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.redis.RedisServer;
import io.lettuce.core.CommandListenerWriter;
import io.lettuce.core.RedisChannelWriter;
import io.lettuce.core.protocol.RedisCommand;
import java.util.Collection;
import java.util.List;

/**
 * Writes the commands of one connection and records them. It is a writer for listeners, without any, because Lettuce looks
 * through that kind of writer where it needs the one behind it. As thread-safe as that one.
 */
final class TracedWriter extends CommandListenerWriter {

    private final RedisChannelWriter delegate;
    private final Dispatches dispatches;

    TracedWriter(RedisChannelWriter delegate, RedisServer server) {
        super(delegate, List.of());
        this.delegate = delegate;
        this.dispatches = new Dispatches(server);
    }

    @Override
    public <K, V, T> RedisCommand<K, V, T> write(RedisCommand<K, V, T> command) {
        TracedCommand<K, V, T> traced = dispatches.traced(command);
        return traced == null ? delegate.write(command) : traced.writtenBy(delegate::write);
    }

    @Override
    public <K, V> Collection<RedisCommand<K, V, ?>> write(Collection<? extends RedisCommand<K, V, ?>> commands) {
        return dispatches.listens() ? dispatches.traced(commands).writtenBy(delegate::write) : delegate.write(commands);
    }

    @Override
    public void setAutoFlushCommands(boolean autoFlush) {
        dispatches.autoFlush(autoFlush);
        delegate.setAutoFlushCommands(autoFlush);
    }

    @Override
    public void flushCommands() {
        dispatches.flush(delegate::flushCommands);
    }

    /** Lettuce looks through one writer for listeners, where the application's own makes two. */
    @Override
    public RedisChannelWriter getDelegate() {
        return delegate instanceof CommandListenerWriter listening ? listening.getDelegate() : delegate;
    }
}

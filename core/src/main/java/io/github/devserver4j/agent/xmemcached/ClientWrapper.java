package io.github.devserver4j.agent.xmemcached;

import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.cache.memcached.xmemcached.XMemcachedTracing;
import java.util.function.BiFunction;
import net.rubyeye.xmemcached.MemcachedClient;

/** Wraps each client that a builder has built. Thread-safe. */
public final class ClientWrapper implements BiFunction<Object, Object, Object> {

    private final XMemcachedTracing tracing;

    /** For the requests of this recording. */
    public ClientWrapper(Recording recording) {
        this.tracing = XMemcachedTracing.create(recording.currentTrace());
    }

    @Override
    public Object apply(Object self, Object value) {
        return value instanceof MemcachedClient client ? tracing.wrap(client) : value;
    }
}

package io.github.devserver4j.agent.spymemcached;

import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.cache.memcached.spy.SpyMemcachedTracing;
import java.util.function.BiFunction;
import net.spy.memcached.ConnectionFactory;

/** Wraps the factory that a client is constructed with. Thread-safe. */
public final class FactoryWrapper implements BiFunction<Object, Object, Object> {

    private final SpyMemcachedTracing tracing;

    /** For the requests of this recording. */
    public FactoryWrapper(Recording recording) {
        this.tracing = SpyMemcachedTracing.create(recording.currentTrace());
    }

    @Override
    public Object apply(Object self, Object value) {
        return value instanceof ConnectionFactory factory ? tracing.wrap(factory) : value;
    }
}

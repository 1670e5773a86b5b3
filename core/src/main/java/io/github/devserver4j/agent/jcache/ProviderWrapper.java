package io.github.devserver4j.agent.jcache;

import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.cache.jcache.JCacheTracing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javax.cache.spi.CachingProvider;

/** Wraps each caching provider that an application asks {@code javax.cache.Caching} for. Thread-safe. */
public final class ProviderWrapper implements BiFunction<Object, Object, Object> {

    private final JCacheTracing tracing;

    /** For the requests of this recording. */
    public ProviderWrapper(Recording recording) {
        this.tracing = JCacheTracing.create(recording.currentTrace());
    }

    @Override
    public Object apply(Object self, Object value) {
        if (value instanceof CachingProvider provider) {
            return tracing.wrap(provider);
        }
        if (!(value instanceof Iterable<?> several)) {
            return value;
        }
        List<Object> wrapped = new ArrayList<>();
        several.forEach(provider -> wrapped.add(apply(self, provider)));
        return wrapped;
    }
}

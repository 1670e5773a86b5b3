package io.github.devserver4j.cache.jcache;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one wrapper of each wrapped object, as long as anyone holds it. Thread-safe; keeps nothing alive. */
final class Wrappers<T, W> {

    private final Map<T, WeakReference<W>> wrappers = new WeakHashMap<>();
    private final Function<T, W> wrap;

    Wrappers(Function<T, W> wrap) {
        this.wrap = wrap;
    }

    W of(T wrapped) {
        synchronized (wrappers) {
            W known = known(wrapped);
            if (known != null) {
                return known;
            }
        }
        W made = wrap.apply(wrapped); // asks the provider, so outside of the lock
        synchronized (wrappers) {
            W known = known(wrapped);
            if (known != null) {
                return known;
            }
            wrappers.put(wrapped, new WeakReference<>(made));
            return made;
        }
    }

    private @Nullable W known(T wrapped) {
        WeakReference<W> known = wrappers.get(wrapped);
        return known == null ? null : known.get();
    }
}

package io.github.devserver4j.agent.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.cache.caffeine.CaffeineTracing;
import io.github.devserver4j.trace.CallSites;
import java.lang.StackWalker.StackFrame;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Wraps whatever a Caffeine builder has built, and gives it the name that Spring has for it. Thread-safe. */
public final class CaffeineWrapper implements BiFunction<Object, Object, Object> {

    private static final StackWalker WALKER = StackWalker.getInstance();

    /** The frames between a builder and who has it build: ours, its own, a lambda's. */
    private static final int NEAR = 16;

    private final CaffeineTracing tracing;
    private final CallSites callSites;

    /**
     * Wraps for the requests of this recording.
     *
     * @throws IllegalStateException if the application's Caffeine is older than 3.0, whose interfaces differ
     */
    public CaffeineWrapper(Recording recording) throws NoSuchMethodException {
        Class<?> refreshed =
                LoadingCache.class.getMethod("refresh", Object.class).getReturnType();
        if (refreshed != CompletableFuture.class) {
            throw new IllegalStateException("Caffeine before 3.0 is not supported");
        }
        this.tracing = CaffeineTracing.create(recording.currentTrace());
        this.callSites = recording.callSites();
    }

    /**
     * The wrapped cache.
     *
     * @param origin the builder, or, of a cache that is wrapped already, its name
     */
    @Override
    public Object apply(Object origin, Object cache) {
        if (origin instanceof String given) {
            tracing.rename(cache, given);
            return cache;
        }
        if (isForJCache()) {
            return cache;
        }
        String name = builtAt();
        if (cache instanceof Cache<?, ?> manual) {
            return name == null ? tracing.wrap(manual) : tracing.wrap(manual, name);
        }
        if (cache instanceof AsyncCache<?, ?> async) {
            return name == null ? tracing.wrap(async) : tracing.wrap(async, name);
        }
        return cache;
    }

    /** Caffeine's provider of JCache keeps its entries in a cache of Caffeine's; its own calls are those that count. */
    private static boolean isForJCache() {
        return WALKER.walk(frames -> frames.limit(NEAR)
                .anyMatch(frame -> frame.getClassName().startsWith("com.github.benmanes.caffeine.jcache.")));
    }

    /** Caches have no names of their own; the place where one was built is the next best: {@code PollCaches.java:21}. */
    private @Nullable String builtAt() {
        StackFrame frame = callSites.find();
        return frame == null || frame.getFileName() == null ? null : frame.getFileName() + ":" + frame.getLineNumber();
    }
}

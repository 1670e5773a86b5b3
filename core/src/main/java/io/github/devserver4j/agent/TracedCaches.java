package io.github.devserver4j.agent;

import io.github.devserver4j.agent.bridge.CacheHook;
import io.github.devserver4j.trace.CallSites;
import io.github.devserver4j.trace.CurrentTrace;
import java.lang.StackWalker.StackFrame;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the caches that an application builds, by code loaded beside its own Caffeine. That code lives as long as the
 * application's Caffeine class and no longer. Thread-safe.
 */
final class TracedCaches implements CacheHook {

    private static final Logger LOG = System.getLogger("devserver");

    private final CurrentTrace currentTrace;
    private final CallSites callSites;
    private final ClassValue<BiFunction<Object, @Nullable String, Object>> wrappers = new ClassValue<>() {
        @Override
        protected BiFunction<Object, @Nullable String, Object> computeValue(Class<?> caffeine) {
            return wrapperBeside(caffeine);
        }
    };

    TracedCaches(CurrentTrace currentTrace, CallSites callSites) {
        this.currentTrace = currentTrace;
        this.callSites = callSites;
    }

    @Override
    public Object built(Object builder, Object cache) {
        return wrappers.get(builder.getClass()).apply(cache, builtAt());
    }

    /** Caches have no names of their own; the place where one was built is the next best: {@code PollCaches.java:21}. */
    private @Nullable String builtAt() {
        StackFrame frame = callSites.find();
        return frame == null || frame.getFileName() == null ? null : frame.getFileName() + ":" + frame.getLineNumber();
    }

    @SuppressWarnings("unchecked") // CaffeineWrapper implements BiFunction<Object, @Nullable String, Object>
    private BiFunction<Object, @Nullable String, Object> wrapperBeside(Class<?> caffeine) {
        try {
            ClassLoader loader = new AppSideClassLoader(
                    caffeine.getClassLoader(),
                    "io.github.devserver4j.cache.caffeine.",
                    "io.github.devserver4j.agent.caffeine.");
            return (BiFunction<Object, @Nullable String, Object>)
                    loader.loadClass("io.github.devserver4j.agent.caffeine.CaffeineWrapper")
                            .getConstructor(CurrentTrace.class)
                            .newInstance(currentTrace);
        } catch (ReflectiveOperationException | LinkageError failure) {
            LOG.log(
                    Level.WARNING,
                    "the application's Caffeine caches are not recorded: "
                            + rootOf(failure).getMessage());
            return (cache, name) -> cache;
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }
}

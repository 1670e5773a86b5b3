package io.github.devserver4j.agent;

import io.github.devserver4j.agent.bridge.CacheHook;
import io.github.devserver4j.trace.CurrentTrace;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.UnaryOperator;

/**
 * Wraps the caches that an application builds, by code loaded beside its own Caffeine. That code lives as long as the
 * application's Caffeine class and no longer. Thread-safe.
 */
final class TracedCaches implements CacheHook {

    private static final Logger LOG = System.getLogger("devserver");

    private final CurrentTrace currentTrace;
    private final ClassValue<UnaryOperator<Object>> wrappers = new ClassValue<>() {
        @Override
        protected UnaryOperator<Object> computeValue(Class<?> caffeine) {
            return wrapperBeside(caffeine);
        }
    };

    TracedCaches(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    @Override
    public Object built(Object builder, Object cache) {
        return wrappers.get(builder.getClass()).apply(cache);
    }

    @SuppressWarnings("unchecked") // CaffeineWrapper implements UnaryOperator<Object>
    private UnaryOperator<Object> wrapperBeside(Class<?> caffeine) {
        try {
            ClassLoader loader = new AppSideClassLoader(
                    caffeine.getClassLoader(),
                    "io.github.devserver4j.cache.caffeine.",
                    "io.github.devserver4j.agent.caffeine.");
            return (UnaryOperator<Object>) loader.loadClass("io.github.devserver4j.agent.caffeine.CaffeineWrapper")
                    .getConstructor(CurrentTrace.class)
                    .newInstance(currentTrace);
        } catch (ReflectiveOperationException | LinkageError failure) {
            LOG.log(Level.WARNING, "the application''s Caffeine caches are not recorded: {0}", rootOf(failure));
            return UnaryOperator.identity();
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }
}

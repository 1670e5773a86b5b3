package io.github.devserver4j.context;

import io.github.devserver4j.trace.CurrentTrace;
import io.micrometer.context.ContextRegistry;

/**
 * Registers the current request with Micrometer's context-propagation (1.0.3 and later), for the reactive pipelines that
 * capture it, and for its {@code ContextSnapshot} and {@code ContextExecutorService}. Thread-safe.
 *
 * <p>A Reactor pipeline captures it by {@code contextCapture()}, or everywhere with
 * {@code Hooks.enableAutomaticContextPropagation()}.
 */
public final class MicrometerContext implements AutoCloseable {

    private final ContextRegistry registry;
    private final TraceAccessor accessor;

    private MicrometerContext(ContextRegistry registry, TraceAccessor accessor) {
        this.registry = registry;
        this.accessor = accessor;
    }

    /**
     * Registers {@code currentTrace} with the registry of this JVM until the result is closed.
     *
     * @throws NoClassDefFoundError if context-propagation is not on the class path
     */
    public static MicrometerContext install(CurrentTrace currentTrace) {
        ContextRegistry registry = ContextRegistry.getInstance();
        TraceAccessor accessor = new TraceAccessor(currentTrace);
        registry.registerThreadLocalAccessor(accessor);
        return new MicrometerContext(registry, accessor);
    }

    /** Takes it out of the registry again; from a registry that can't, nothing is carried any more. */
    @Override
    public void close() {
        accessor.forget();
        try {
            registry.removeThreadLocalAccessor(accessor.key());
        } catch (NoSuchMethodError before12) {
            // an accessor without a request stays behind
        }
    }
}

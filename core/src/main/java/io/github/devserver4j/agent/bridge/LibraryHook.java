package io.github.devserver4j.agent.bridge;

import org.jspecify.annotations.Nullable;

/** Asked by an instrumented method of a library. Thread-safe. */
@FunctionalInterface
public interface LibraryHook {

    /** Lets everything be as it is. */
    LibraryHook NONE = (library, place, self, value) -> value;

    /**
     * What is to be used in place of {@code value}, and is of the same interfaces.
     *
     * @param library the name of the instrumentation
     * @param place the class whose method was instrumented
     * @param self the object that the method was called on; null if it is static, or not constructed yet
     * @param value what the method returned, or was given
     */
    @Nullable
    Object at(String library, Class<?> place, @Nullable Object self, @Nullable Object value);
}

package io.github.devserver4j.servlet;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What was looked up of the container's classes, once for each class. Held by a filter and not by the classes: they
 * outlive a web application, and would keep its class loader. Thread-safe.
 */
final class ContainerTypes {

    private final ConcurrentMap<Class<?>, Object> byType = new ConcurrentHashMap<>();

    /**
     * The methods of a class, of the sort that {@code lookup} finds.
     *
     * @throws IllegalStateException if this version of the container does not have them
     */
    <M> M methods(Class<?> type, Class<M> sort, Lookup<M> lookup) {
        Object known = byType.get(type);
        return sort.cast(known != null ? known : byType.computeIfAbsent(type, t -> find(t, lookup)));
    }

    private static Object find(Class<?> type, Lookup<?> lookup) {
        try {
            return lookup.in(type);
        } catch (ReflectiveOperationException unknownVersion) {
            throw new IllegalStateException(type.getName() + " is of a version that is not known", unknownVersion);
        }
    }

    /** Finds methods of a class of the container. */
    @FunctionalInterface
    interface Lookup<M> {
        M in(Class<?> type) throws ReflectiveOperationException;
    }
}

package io.github.devserver4j.jdbc;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a facade for a driver's class has to implement, and which of its methods our wrapper answers. Found out once for
 * each pair of classes and kept with the driver's class, so that it goes when that is unloaded. Thread-safe.
 */
final class DriverType {

    private static final ClassValue<Map<Class<?>, DriverType>> TYPES = new ClassValue<>() {
        @Override
        protected Map<Class<?>, DriverType> computeValue(Class<?> rawClass) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Class<?> wrapperClass;
    private final Class<?>[] interfaces;
    private final boolean distinct;
    private final Map<Method, Optional<Method>> routes = new ConcurrentHashMap<>();

    private DriverType(Class<?> rawClass, Class<?> wrapperClass, Class<?> jdbcType) {
        this.wrapperClass = wrapperClass;
        Set<Class<?>> all = new LinkedHashSet<>();
        all.add(jdbcType); // first, so that java.sql's methods are seen as java.sql's
        collect(rawClass, jdbcType, all);
        this.distinct = all.stream().anyMatch(type -> !type.isAssignableFrom(jdbcType));
        this.interfaces = all.toArray(Class<?>[]::new);
    }

    static DriverType of(Class<?> rawClass, Class<?> wrapperClass, Class<?> jdbcType) {
        return TYPES.get(rawClass)
                .computeIfAbsent(wrapperClass, wrapper -> new DriverType(rawClass, wrapper, jdbcType));
    }

    Class<?>[] interfaces() {
        return interfaces.clone();
    }

    /** Whether the driver's class has any interface that {@code java.sql} does not ask for. */
    boolean isDistinct() {
        return distinct;
    }

    /** The wrapper's method for this one; null if it is the driver's, or of a JDBC later than the wrapper's. */
    @Nullable
    Method wrapperMethod(Method method) {
        return routes.computeIfAbsent(method, this::route).orElse(null);
    }

    private Optional<Method> route(Method method) {
        if (method.getDeclaringClass() == Object.class) {
            return Optional.of(method);
        }
        try {
            Method implemented = wrapperClass.getMethod(method.getName(), method.getParameterTypes());
            boolean inherited = implemented.isDefault() && isPlatform(implemented.getDeclaringClass());
            return inherited ? Optional.empty() : Optional.of(accessible(method, implemented));
        } catch (NoSuchMethodException driverMethod) {
            return Optional.empty();
        }
    }

    /** The method of java.sql's interface where there is one: the wrapper's class itself is not public. */
    private Method accessible(Method method, Method implemented) {
        if (method.getDeclaringClass().isAssignableFrom(wrapperClass)) {
            return method;
        }
        implemented.setAccessible(true); // a driver's interface declares it once more
        return implemented;
    }

    private static void collect(@Nullable Class<?> type, Class<?> jdbcType, Set<Class<?>> found) {
        for (Class<?> current = type; current != null; current = current.getSuperclass()) {
            for (Class<?> implemented : current.getInterfaces()) {
                if (isAccessible(implemented) && !isOtherStatement(implemented, jdbcType)) {
                    found.add(implemented);
                }
            }
        }
    }

    private static boolean isAccessible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && type.getModule().isExported(type.getPackageName());
    }

    /** A driver's one class for all statements does not make each of them a prepared one. */
    private static boolean isOtherStatement(Class<?> type, Class<?> jdbcType) {
        return isPlatform(type) && Statement.class.isAssignableFrom(type) && !type.isAssignableFrom(jdbcType);
    }

    private static boolean isPlatform(Class<?> type) {
        return type.getName().startsWith("java.");
    }
}

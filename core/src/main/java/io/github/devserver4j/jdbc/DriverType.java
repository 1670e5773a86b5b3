package io.github.devserver4j.jdbc;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Statement;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a facade for a driver's class has to implement, and which of its methods our wrapper answers. Found out once for
 * each of a driver's classes and kept with it, so that it goes when that is unloaded; and kept as objects of the JDK
 * alone, or a driver that is shared by web applications would keep each of them that was ever deployed. Thread-safe.
 */
final class DriverType {

    /** For each type of JDBC the interfaces of a facade, and of its methods whether they are the wrapper's. */
    private static final ClassValue<Map<Class<?>, Map.Entry<Class<?>[], Map<Method, Boolean>>>> KNOWN =
            new ClassValue<>() {
                @Override
                protected Map<Class<?>, Map.Entry<Class<?>[], Map<Method, Boolean>>> computeValue(Class<?> rawClass) {
                    return new ConcurrentHashMap<>();
                }
            };

    private final Class<?> wrapperClass;
    private final Class<?> jdbcType;
    private final Class<?>[] interfaces;
    private final Map<Method, Boolean> wrapped;

    private DriverType(Class<?> wrapperClass, Class<?> jdbcType, Map.Entry<Class<?>[], Map<Method, Boolean>> known) {
        this.wrapperClass = wrapperClass;
        this.jdbcType = jdbcType;
        this.interfaces = known.getKey();
        this.wrapped = known.getValue();
    }

    /** The facade for a driver's class; there is one wrapper class for each type of JDBC. */
    static DriverType of(Class<?> rawClass, Class<?> wrapperClass, Class<?> jdbcType) {
        return new DriverType(
                wrapperClass,
                jdbcType,
                KNOWN.get(rawClass)
                        .computeIfAbsent(
                                jdbcType,
                                type -> new SimpleImmutableEntry<>(
                                        interfaces(rawClass, type), new ConcurrentHashMap<>())));
    }

    private static Class<?>[] interfaces(Class<?> rawClass, Class<?> jdbcType) {
        Set<Class<?>> all = new LinkedHashSet<>();
        all.add(jdbcType); // first, so that java.sql's methods are seen as java.sql's
        collect(rawClass, jdbcType, all);
        return all.toArray(Class<?>[]::new);
    }

    Class<?>[] interfaces() {
        return interfaces.clone();
    }

    /** Whether the driver's class has any interface that {@code java.sql} does not ask for. */
    boolean isDistinct() {
        for (Class<?> type : interfaces) {
            if (!type.isAssignableFrom(jdbcType)) {
                return true;
            }
        }
        return false;
    }

    /** The wrapper's method for this one; null if it is the driver's, or of a JDBC later than the wrapper's. */
    @Nullable
    Method wrapperMethod(Method method) {
        if (!wrapped.computeIfAbsent(method, this::isWrappers)) {
            return null;
        }
        // the method of java.sql's interface where there is one: the wrapper's class itself is not public
        return method.getDeclaringClass().isAssignableFrom(wrapperClass) ? method : redeclared(method);
    }

    private boolean isWrappers(Method method) {
        if (method.getDeclaringClass() == Object.class) {
            return true;
        }
        Method implemented = implemented(method);
        return implemented != null && !(implemented.isDefault() && isPlatform(implemented.getDeclaringClass()));
    }

    /** The wrapper's method for one that a driver's interface declares once more. */
    private @Nullable Method redeclared(Method method) {
        Method implemented = implemented(method);
        if (implemented != null) {
            implemented.setAccessible(true);
        }
        return implemented;
    }

    private @Nullable Method implemented(Method method) {
        try {
            return wrapperClass.getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException driverMethod) {
            return null;
        }
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

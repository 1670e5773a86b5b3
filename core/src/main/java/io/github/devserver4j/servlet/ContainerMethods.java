package io.github.devserver4j.servlet;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Methods of containers, found by name. Reflection is needed: the same code serves ee9 to ee11 and Tomcat 10.1 and 11,
 * and a web application's class loader hides its server's classes from code in {@code WEB-INF/lib}.
 */
final class ContainerMethods {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private ContainerMethods() {}

    /** A handle on a public method. */
    static MethodHandle method(Class<?> type, String name, Class<?>... parameters) throws ReflectiveOperationException {
        Method method = type.getMethod(name, parameters);
        method.trySetAccessible();
        return LOOKUP.unreflect(method);
    }

    /** A handle that reads a field, declared in a class or one of its superclasses. */
    static MethodHandle getter(Class<?> type, String name) throws ReflectiveOperationException {
        return LOOKUP.unreflectGetter(field(type, name));
    }

    /** Sets a field, declared in the class of {@code owner} or one of its superclasses. */
    static void set(Object owner, String name, @Nullable Object value) throws ReflectiveOperationException {
        field(owner.getClass(), name).set(owner, value);
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.getName().equals(name) && !Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type.getName() + "." + name);
    }
}

package io.github.devserver4j.hibernate;

/** A setting of the application's, in any form that Hibernate takes: an instance, a class or the name of one. */
final class OwnSetting {

    private OwnSetting() {}

    static <T> T of(Object value, Class<T> type) throws ReflectiveOperationException {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        Class<?> named = value instanceof Class<?> itself
                ? itself
                : named(value.toString().trim());
        return type.cast(named.getDeclaredConstructor().newInstance());
    }

    private static Class<?> named(String name) throws ClassNotFoundException {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        return Class.forName(name, true, application == null ? OwnSetting.class.getClassLoader() : application);
    }
}

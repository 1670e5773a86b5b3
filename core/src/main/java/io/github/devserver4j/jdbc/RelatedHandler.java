package io.github.devserver4j.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A proxy for an object of the driver from which a way leads back to its connection, such as
 * {@link java.sql.DatabaseMetaData}: the way leads to the connection's proxy. Records nothing.
 */
final class RelatedHandler implements ProxyHandler, JdbcProxy {

    private final Object raw;
    private final TracingConnection connection;
    private Object facade = this;

    private RelatedHandler(Object raw, TracingConnection connection) {
        this.raw = raw;
        this.connection = connection;
    }

    /** A proxy that has {@code type} and, if transparent, the driver's own interfaces. */
    static <T> T proxy(T raw, Class<T> type, TracingConnection connection) {
        RelatedHandler handler = new RelatedHandler(raw, connection);
        T proxy = connection.isTransparent() ? transparent(raw, type, handler) : plain(type, handler);
        handler.facade = proxy;
        return proxy;
    }

    private static <T> T transparent(T raw, Class<T> type, InvocationHandler handler) {
        try {
            Set<Class<?>> interfaces = new LinkedHashSet<>(List.of(type));
            interfaces.addAll(List.of(
                    DriverType.of(raw.getClass(), RelatedHandler.class, type).interfaces()));
            ClassLoader loader = raw.getClass().getClassLoader();
            return type.cast(Proxy.newProxyInstance(loader, interfaces.toArray(Class<?>[]::new), handler));
        } catch (RuntimeException | LinkageError invisible) {
            return plain(type, handler);
        }
    }

    private static <T> T plain(Class<T> type, InvocationHandler handler) {
        ClassLoader loader = RelatedHandler.class.getClassLoader();
        return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
    }

    @Override
    public JdbcProxy proxy() {
        return this;
    }

    @Override
    public Object raw() {
        return raw;
    }

    @Override
    public Object facade() {
        return facade;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null && arguments.length == 1) {
            if (method.getName().equals("equals")) {
                return JdbcProxy.equal(this, arguments[0]);
            }
            if (arguments[0] instanceof Class<?> type && method.getName().equals("unwrap")) {
                return JdbcProxy.unwrap(this, type);
            }
            if (arguments[0] instanceof Class<?> type && method.getName().equals("isWrapperFor")) {
                return JdbcProxy.isWrapperFor(this, type);
            }
        }
        return related(ProxyHandler.call(method, raw, ProxyHandler.raw(arguments)));
    }

    private @Nullable Object related(@Nullable Object result) {
        if (result instanceof Connection) {
            return connection.facade();
        }
        return result instanceof ResultSet resultSet ? connection.resultSet(resultSet) : result;
    }
}

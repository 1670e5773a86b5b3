package io.github.devserver4j.jdbc;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/** One of our proxies: the object of the driver, or of the pool, that it stands for and how the application sees it. */
interface JdbcProxy {

    /** The driver's object. */
    Object raw();

    /** What the application was given: this object, or one around it that has the driver's interfaces as well. */
    Object facade();

    /** Our proxy that {@code object} is or is the facade of; null if it is none. */
    static @Nullable JdbcProxy of(@Nullable Object object) {
        if (object instanceof JdbcProxy proxy) {
            return proxy;
        }
        boolean handled = object instanceof Proxy && Proxy.isProxyClass(object.getClass());
        return handled && Proxy.getInvocationHandler(object) instanceof ProxyHandler handler ? handler.proxy() : null;
    }

    /** The driver's object for one of our proxies, and any other object as it is. */
    static @Nullable Object rawOf(@Nullable Object object) {
        JdbcProxy proxy = of(object);
        return proxy == null ? object : proxy.raw();
    }

    /** {@link Wrapper#unwrap} as the driver's object answers it, but for the types that the proxy itself has. */
    static <T> T unwrap(JdbcProxy proxy, Class<T> type) throws SQLException {
        return answersItself(proxy, type) ? type.cast(proxy.facade()) : ((Wrapper) proxy.raw()).unwrap(type);
    }

    /** {@link Wrapper#isWrapperFor}, in accordance with {@link #unwrap}. */
    static boolean isWrapperFor(JdbcProxy proxy, Class<?> type) throws SQLException {
        return answersItself(proxy, type) || ((Wrapper) proxy.raw()).isWrapperFor(type);
    }

    /** Whether {@code other} is a proxy too, for an equal object. */
    static boolean equal(JdbcProxy proxy, @Nullable Object other) {
        JdbcProxy otherProxy = of(other);
        return otherProxy != null && proxy.raw().equals(otherProxy.raw());
    }

    private static boolean answersItself(JdbcProxy proxy, @Nullable Class<?> type) {
        if (type == null || !type.isInstance(proxy.facade())) {
            return false;
        }
        // our own and p6spy's classes are nobody's business
        boolean jdk = type.getName().startsWith("java.") || type.getName().startsWith("javax.sql.");
        return jdk || proxy.facade() instanceof Proxy;
    }
}

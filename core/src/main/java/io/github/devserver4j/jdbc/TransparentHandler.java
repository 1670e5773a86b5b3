package io.github.devserver4j.jdbc;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The facade of a proxy that was put under an application without its knowledge: it has the public interfaces of the
 * driver's class too, so that {@code (PGConnection) connection} works. The methods of {@code java.sql} go to our
 * wrapper, all others to the driver's object.
 */
final class TransparentHandler implements ProxyHandler {

    private final JdbcProxy wrapper;
    private final DriverType type;

    private TransparentHandler(JdbcProxy wrapper, DriverType type) {
        this.wrapper = wrapper;
        this.type = type;
    }

    /** A facade for a wrapper, or the wrapper itself where the driver has nothing to add or keeps it to itself. */
    static <T> T facade(T wrapper, JdbcProxy proxy, Class<T> jdbcType) {
        try {
            DriverType type = DriverType.of(proxy.raw().getClass(), proxy.getClass(), jdbcType);
            if (!type.isDistinct()) {
                return wrapper;
            }
            ClassLoader loader = proxy.raw().getClass().getClassLoader();
            return jdbcType.cast(
                    Proxy.newProxyInstance(loader, type.interfaces(), new TransparentHandler(proxy, type)));
        } catch (RuntimeException | LinkageError invisible) { // interfaces of several loaders, or at odds
            return wrapper;
        }
    }

    @Override
    public JdbcProxy proxy() {
        return wrapper;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a driver's method that returns its own object returns us
    public @Nullable Object invoke(Object facade, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Method ours = type.wrapperMethod(method);
        if (ours != null) {
            return ProxyHandler.call(ours, wrapper, arguments);
        }
        Object result = ProxyHandler.call(method, wrapper.raw(), ProxyHandler.raw(arguments));
        return result == wrapper.raw() ? facade : result;
    }

    @Override
    public String toString() {
        return "TransparentHandler" + Arrays.toString(type.interfaces());
    }
}

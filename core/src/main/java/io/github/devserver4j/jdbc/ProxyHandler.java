package io.github.devserver4j.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What our uses of {@link java.lang.reflect.Proxy} have in common. */
interface ProxyHandler extends InvocationHandler {

    JdbcProxy proxy();

    /** Calls a method; what it throws is thrown as it is. */
    static @Nullable Object call(Method method, Object target, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException wrapped) {
            Throwable thrown = wrapped.getCause();
            throw thrown == null ? wrapped : thrown;
        }
    }

    /** The arguments with the driver's own objects in place of our proxies. */
    static @Nullable Object @Nullable [] raw(@Nullable Object @Nullable [] arguments) {
        if (arguments == null) {
            return null;
        }
        @Nullable Object[] raw = arguments.clone();
        for (int i = 0; i < raw.length; i++) {
            raw[i] = JdbcProxy.rawOf(raw[i]);
        }
        return raw;
    }
}

package io.github.devserver4j.hibernate;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.hibernate.event.spi.AutoFlushEvent;
import org.hibernate.event.spi.AutoFlushEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Records flushes before a query. A proxy, since Hibernate 6's listeners have a further method, {@code onAutoPreFlush},
 * that Hibernate 7's don't have.
 */
final class TracedAutoFlushes implements InvocationHandler {

    private final List<AutoFlushEventListener> delegates;
    private final Flushes flushes;

    private TracedAutoFlushes(List<AutoFlushEventListener> delegates, Flushes flushes) {
        this.delegates = delegates;
        this.flushes = flushes;
    }

    static AutoFlushEventListener of(List<AutoFlushEventListener> delegates, Flushes flushes) {
        return (AutoFlushEventListener) Proxy.newProxyInstance(
                AutoFlushEventListener.class.getClassLoader(),
                new Class<?>[] {AutoFlushEventListener.class},
                new TracedAutoFlushes(delegates, flushes));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null && arguments[0] instanceof AutoFlushEvent event) {
            flush(event);
            return null;
        }
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        try {
            for (AutoFlushEventListener delegate : delegates) {
                method.invoke(delegate, arguments);
            }
            return null;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private void flush(AutoFlushEvent event) {
        Flushes.OpenFlush flush = flushes.begin();
        try {
            for (AutoFlushEventListener delegate : delegates) {
                delegate.onAutoFlush(event);
            }
        } finally {
            flushes.end(flush, event, true, event.isFlushRequired());
        }
    }

    @SuppressWarnings("ReferenceEquality") // a listener is equal to itself alone
    private static Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> TracedAutoFlushes.class.getName();
        };
    }
}

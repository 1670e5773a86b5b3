package io.github.devserver4j.agent.servlet;

import io.github.devserver4j.agent.Recording;
import jakarta.servlet.Filter;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.function.BiFunction;

/**
 * Asked when a {@code ServletHandler} of Jetty 12, of ee9 to ee11, has all of its filters and is about to start them.
 * Thread-safe.
 */
public final class JettyContexts implements BiFunction<Object, Object, Object> {

    private final Recording recording;

    /** Adds filters that record with this. */
    public JettyContexts(Recording recording) {
        AgentFilter.dispatcherTypes(); // fails here where there is no Jakarta Servlet API
        this.recording = recording;
    }

    @Override
    public Object apply(Object handler, Object same) {
        try {
            if (!hasOwnFilter(handler)) {
                prepend(handler, AgentFilter.of(recording));
            }
            return same;
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    private static boolean hasOwnFilter(Object handler) throws ReflectiveOperationException {
        for (Object holder :
                (Object[]) handler.getClass().getMethod("getFilters").invoke(handler)) {
            Object name = holder.getClass().getMethod("getName").invoke(holder);
            if (AgentFilter.isOwn(holder.getClass().getMethod("getClassName").invoke(holder))
                    || AgentFilter.NAME.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void prepend(Object handler, Filter filter) throws ReflectiveOperationException {
        Class<?> handlerType = servletHandlerOf(handler.getClass());
        ClassLoader loader = handlerType.getClassLoader();
        String packageName = handlerType.getPackageName();
        Class<?> holderType = Class.forName(packageName + ".FilterHolder", true, loader);
        Class<?> mappingType = Class.forName(packageName + ".FilterMapping", true, loader);
        Object holder = holderType.getConstructor().newInstance();
        call(holder, "setFilter", Filter.class, filter);
        call(holder, "setName", String.class, AgentFilter.NAME);
        call(holder, "setAsyncSupported", boolean.class, true);
        Object mapping = mappingType.getConstructor().newInstance();
        call(mapping, "setFilterName", String.class, AgentFilter.NAME);
        call(mapping, "setPathSpec", String.class, "/*");
        call(mapping, "setDispatcherTypes", EnumSet.class, EnumSet.copyOf(AgentFilter.dispatcherTypes()));
        handlerType
                .getMethod("setFilters", holderType.arrayType())
                .invoke(
                        handler,
                        inFront(
                                holderType,
                                holder,
                                handlerType.getMethod("getFilters").invoke(handler)));
        handlerType
                .getMethod("setFilterMappings", mappingType.arrayType())
                .invoke(
                        handler,
                        inFront(
                                mappingType,
                                mapping,
                                handlerType.getMethod("getFilterMappings").invoke(handler)));
    }

    /** Spring Boot has a subclass of its own. */
    private static Class<?> servletHandlerOf(Class<?> type) {
        return type.getSimpleName().equals("ServletHandler") ? type : servletHandlerOf(type.getSuperclass());
    }

    private static Object inFront(Class<?> type, Object first, Object others) {
        int length = others == null ? 0 : Array.getLength(others);
        Object all = Array.newInstance(type, length + 1);
        Array.set(all, 0, first);
        for (int i = 0; i < length; i++) {
            Array.set(all, i + 1, Array.get(others, i));
        }
        return all;
    }

    private static void call(Object target, String setter, Class<?> type, Object value)
            throws ReflectiveOperationException {
        Method method = target.getClass().getMethod(setter, type);
        method.invoke(target, value);
    }
}

package io.github.devserver4j.agent.servlet;

import io.github.devserver4j.agent.Recording;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.function.BiFunction;

/** Asked when a {@code StandardContext} of Tomcat 10.1 and 11 has all of its filters and is about to start them. Thread-safe. */
public final class TomcatContexts implements BiFunction<Object, Object, Object> {

    private static final String DESCRIPTORS = "org.apache.tomcat.util.descriptor.web.";

    private final Recording recording;

    /** Adds filters that record with this. */
    public TomcatContexts(Recording recording) {
        AgentFilter.dispatcherTypes(); // fails here where there is no Jakarta Servlet API
        this.recording = recording;
    }

    @Override
    public Object apply(Object context, Object same) {
        try {
            if (!hasOwnFilter(context)) {
                prepend(context, AgentFilter.of(recording));
            }
            return same;
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    private static boolean hasOwnFilter(Object context) throws ReflectiveOperationException {
        for (Object definition : (Object[]) method(context, "findFilterDefs").invoke(context)) {
            Object filter = method(definition, "getFilter").invoke(definition);
            if (AgentFilter.isOwn(method(definition, "getFilterClass").invoke(definition))
                    || (filter != null && AgentFilter.isOwn(filter.getClass().getName()))) {
                return true;
            }
        }
        return false;
    }

    /** Behind no other, even one that was put first before. */
    private static void prepend(Object context, Filter filter) throws ReflectiveOperationException {
        ClassLoader tomcat = method(context, "filterStart").getDeclaringClass().getClassLoader();
        Class<?> definitionType = Class.forName(DESCRIPTORS + "FilterDef", true, tomcat);
        Class<?> mapType = Class.forName(DESCRIPTORS + "FilterMap", true, tomcat);
        Object definition = definitionType.getConstructor().newInstance();
        definitionType.getMethod("setFilterName", String.class).invoke(definition, AgentFilter.NAME);
        definitionType
                .getMethod("setFilterClass", String.class)
                .invoke(definition, filter.getClass().getName());
        definitionType.getMethod("setFilter", Filter.class).invoke(definition, filter);
        definitionType.getMethod("setAsyncSupported", String.class).invoke(definition, "true");
        Object map = mapType.getConstructor().newInstance();
        mapType.getMethod("setFilterName", String.class).invoke(map, AgentFilter.NAME);
        mapType.getMethod("addURLPatternDecoded", String.class).invoke(map, "/*");
        for (DispatcherType type : AgentFilter.dispatcherTypes()) {
            mapType.getMethod("setDispatcher", String.class).invoke(map, type.name());
        }
        Object others = method(context, "findFilterMaps").invoke(context);
        method(context, "addFilterDef", definitionType).invoke(context, definition);
        moveBehind(context, map, mapType, others);
    }

    private static void moveBehind(Object context, Object first, Class<?> mapType, Object others)
            throws ReflectiveOperationException {
        Method remove = method(context, "removeFilterMap", mapType);
        Method add = method(context, "addFilterMap", mapType);
        for (int i = 0; i < Array.getLength(others); i++) {
            remove.invoke(context, Array.get(others, i));
        }
        add.invoke(context, first);
        for (int i = 0; i < Array.getLength(others); i++) {
            add.invoke(context, Array.get(others, i));
        }
    }

    private static Method method(Object target, String name, Class<?>... parameters) throws NoSuchMethodException {
        return target.getClass().getMethod(name, parameters);
    }
}

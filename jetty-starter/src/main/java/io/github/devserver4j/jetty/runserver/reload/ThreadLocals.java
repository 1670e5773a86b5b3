package io.github.devserver4j.jetty.runserver.reload;

import java.lang.instrument.Instrumentation;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the ThreadLocals of a thread hold. Threads of the server outlive the application, and libraries leave buffers in them,
 * softly, which keep a class loader until memory is short. Without {@link #open} nothing is found.
 */
public final class ThreadLocals {

    private ThreadLocals() {}

    /** Lets this class look into {@code java.lang}. */
    public static void open(Instrumentation instrumentation) {
        Module base = Thread.class.getModule();
        Set<Module> mine = Set.of(ThreadLocals.class.getModule());
        instrumentation.redefineModule(base, Set.of(), Map.of(), Map.of("java.lang", mine), Set.of(), Map.of());
    }

    /** A value of a class that is asked for; null if there is none. */
    static @Nullable Object find(Thread thread, Predicate<@Nullable ClassLoader> loader) {
        try {
            for (Object entry : entries(thread)) {
                Object value = value(entry);
                if (value != null && loader.test(value.getClass().getClassLoader())) {
                    return value;
                }
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            return null;
        }
        return null;
    }

    /** Removes values of such classes from this thread. */
    static void remove(Predicate<@Nullable ClassLoader> loader) {
        try {
            for (Object entry : entries(Thread.currentThread())) {
                Object value = value(entry);
                boolean gone = value != null && loader.test(value.getClass().getClassLoader());
                if (gone && ((Reference<?>) entry).get() instanceof ThreadLocal<?> local) {
                    local.remove();
                }
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            // the leak is told when it is looked for
        }
    }

    private static List<Object> entries(Thread thread) throws ReflectiveOperationException {
        List<Object> entries = new ArrayList<>();
        Object locals = read(Thread.class, "threadLocals", thread);
        Object table = locals == null ? null : read(locals.getClass(), "table", locals);
        for (int index = 0; table != null && index < Array.getLength(table); index++) {
            Object entry = Array.get(table, index);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static @Nullable Object value(Object entry) throws ReflectiveOperationException {
        Object value = read(entry.getClass(), "value", entry);
        return value instanceof SoftReference<?> soft ? soft.get() : value;
    }

    private static @Nullable Object read(Class<?> type, String field, Object of) throws ReflectiveOperationException {
        Field found = type.getDeclaredField(field);
        found.setAccessible(true);
        return found.get(of);
    }
}

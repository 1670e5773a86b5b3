package io.github.devserver4j.jetty.runserver.reload;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import org.jspecify.annotations.Nullable;

/** Finds who still holds a class loader, as far as that can be found from outside: threads and what they carry. */
final class Leak {

    private Leak() {}

    /** In words: a thread, or a value of a ThreadLocal. */
    static String holder(ClassLoader loader) {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            String found = heldBy(thread, loader);
            if (found != null) {
                return found;
            }
        }
        return "who holds them was not found; a heap dump (jcmd PID GC.heap_dump FILE) shows it";
    }

    private static @Nullable String heldBy(Thread thread, ClassLoader loader) {
        String name = "the thread " + thread.getName();
        if (isBelow(thread.getClass().getClassLoader(), loader)) {
            return name + " (" + thread.getClass().getName() + ") still runs";
        }
        if (isBelow(thread.getContextClassLoader(), loader)) {
            return name + " still runs with its context class loader";
        }
        Object local = threadLocal(thread, loader);
        return local == null
                ? null
                : name + " has a ThreadLocal with a " + local.getClass().getName();
    }

    private static boolean isBelow(@Nullable ClassLoader candidate, ClassLoader loader) {
        for (ClassLoader each = candidate; each != null; each = each.getParent()) {
            if (each == loader) {
                return true;
            }
        }
        return false;
    }

    /** Needs java.lang to be open to this class; what it is not tells nothing. */
    private static @Nullable Object threadLocal(Thread thread, ClassLoader loader) {
        try {
            Object locals = read(Thread.class, "threadLocals", thread);
            Object table = locals == null ? null : read(locals.getClass(), "table", locals);
            for (int index = 0; table != null && index < Array.getLength(table); index++) {
                Object entry = Array.get(table, index);
                Object value = entry == null ? null : read(entry.getClass(), "value", entry);
                if (value != null && isBelow(value.getClass().getClassLoader(), loader)) {
                    return value;
                }
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            return null;
        }
        return null;
    }

    private static @Nullable Object read(Class<?> type, String field, Object of) throws ReflectiveOperationException {
        Field found = type.getDeclaredField(field);
        found.setAccessible(true);
        return found.get(of);
    }
}

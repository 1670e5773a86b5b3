package io.github.devserver4j.jetty.runserver.reload;

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
        Object local = ThreadLocals.find(thread, candidate -> isBelow(candidate, loader));
        return local == null
                ? null
                : name + " has a ThreadLocal with a " + local.getClass().getName();
    }

    private static boolean isBelow(@Nullable ClassLoader candidate, ClassLoader loader) {
        for (ClassLoader each = candidate; each != null; each = each.getParent()) {
            if (each.equals(loader)) {
                return true;
            }
        }
        return false;
    }
}

package io.github.devserver4j.agent.bridge;

/** Where instrumented classes find the hooks, which live in another class loader. Thread-safe. */
public final class Bridge {

    private static volatile ConnectionHook connections = ConnectionHook.NONE;
    private static volatile LibraryHook libraries = LibraryHook.NONE;
    private static volatile TaskHook tasks = TaskHook.NONE;

    private Bridge() {}

    /** Asked whenever a connection was opened. */
    public static ConnectionHook connections() {
        return connections;
    }

    /** Asked by the instrumented methods of every other library. */
    public static LibraryHook libraries() {
        return libraries;
    }

    /** Asked where the JDK runs tasks. */
    public static TaskHook tasks() {
        return tasks;
    }

    /** Sets the hooks. */
    public static void connect(ConnectionHook connectionHook, LibraryHook libraryHook, TaskHook taskHook) {
        connections = connectionHook;
        libraries = libraryHook;
        tasks = taskHook;
    }
}

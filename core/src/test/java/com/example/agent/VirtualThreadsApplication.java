package com.example.agent;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, which JDK 17 doesn't have. */
@SuppressWarnings("FutureReturnValueIgnored") // what is called counts
public final class VirtualThreadsApplication extends VanillaApplication {

    private final Database database = new Database();

    VirtualThreadsApplication() {
        on("/started", this::started);
        on("/executor", this::executor);
        on("/many", this::many);
    }

    private static ExecutorService newExecutor() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private void started() throws Exception {
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        ((Thread) start.invoke(null, (Runnable) () -> database.query("virtual"))).join();
    }

    private void executor() throws Exception {
        ExecutorService executor = newExecutor();
        executor.submit(() -> database.query("per task")).get();
        executor.shutdown();
    }

    private void many() throws Exception {
        ExecutorService executor = newExecutor();
        for (int i = 0; i < 1_000; i++) {
            executor.submit(Thread::yield);
        }
        executor.submit(() -> database.query("last of many")).get();
        executor.shutdown();
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new VirtualThreadsApplication().serve();
    }
}

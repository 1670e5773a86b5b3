package com.example.agent;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.ObjectName;

/**
 * Twice 50,000 tasks of all kinds, half of them given away by requests, and after each half what is on the heap: lines of
 * {@code live: }, a number and the name of a class.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what is called counts
public final class ManyTasksApplication extends VanillaApplication {

    private static final int HALF = 50_000;
    private static final int AT_A_TIME = 250;

    private final Database database = new Database();
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final ExecutorService perTask = perTask();
    private final AtomicInteger done = new AtomicInteger();

    ManyTasksApplication() {
        on("/work", this::work);
    }

    private static ExecutorService perTask() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException olderJdk) {
            return Executors.newWorkStealingPool();
        }
    }

    /** So many tasks as one request gives away, some of which nobody waits for before they are given away. */
    private void work() throws Exception {
        List<Future<?>> tasks = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < AT_A_TIME / 5; i++) {
            tasks.add(pool.submit(done::incrementAndGet));
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(done::incrementAndGet, pool);
            tasks.add(first.thenApplyAsync(number -> done.incrementAndGet()));
            tasks.add(perTask.submit(() -> {
                done.incrementAndGet();
            }));
            Thread thread = new Thread(done::incrementAndGet);
            thread.start();
            threads.add(thread);
        }
        for (Future<?> task : tasks) {
            task.get(30, TimeUnit.SECONDS);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Future<?> cancelled = pool.submit(() -> database.query("in the pool"));
        cancelled.cancel(false);
        new CompletableFuture<String>().thenRunAsync(done::incrementAndGet); // never complete
    }

    @Override
    protected void ask(String server) throws Exception {
        for (int half = 1; half <= 2; half++) {
            while (done.get() < half * HALF) {
                get(server + "/work");
                work();
            }
            get(server + "/work"); // forgets what has been collected
            System.gc();
            get(server + "/work");
            System.out.println("tasks: " + done.get());
            printHeap();
        }
    }

    private static void printHeap() throws Exception {
        TimeUnit.SECONDS.sleep(1); // blocks are printed by a thread of its own
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {null},
                        new String[] {String[].class.getName()});
        for (String line : histogram.lines().toList()) {
            String[] columns = line.strip().split("\\s+", -1); // 12:  1234  56789  class (module)
            if (columns.length >= 4 && columns[0].endsWith(":")) {
                System.out.println("live: " + columns[1] + " " + columns[3]);
            }
        }
    }

    @Override
    protected void close() {
        pool.shutdown();
        perTask.shutdown();
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new ManyTasksApplication().serve();
    }
}

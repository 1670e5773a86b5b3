package com.example.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Statements on other threads than the request's; each says in its text where it is executed. */
@SuppressWarnings("FutureReturnValueIgnored") // what is called counts
public class ThreadsApplication extends VanillaApplication {

    private final Database database = new Database();
    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
    private final ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(1);
    private final CompletableFuture<String> completedLater = new CompletableFuture<>();
    private final CountDownLatch lateMayRun = new CountDownLatch(1);
    private final CountDownLatch lateHasRun = new CountDownLatch(1);

    /** Before any request. */
    public ThreadsApplication() {
        on("/execute", this::execute);
        on("/submit", this::submit);
        on("/casting", this::casting);
        on("/priorities", this::priorities);
        on("/caller-runs", this::callerRuns);
        on("/remove", this::remove);
        on("/scheduled", this::scheduled);
        on("/fork-join", this::forkJoin);
        on("/parallel", this::parallel);
        on("/future", this::future);
        on("/built", this::built);
        onlyOn("/completed", this::completed);
        on("/thread", this::thread);
        on("/foreign-executor", this::foreignExecutor);
        on("/late", this::late);
        on("/after-late", this::afterLate);
        on("/idle", () -> pool.submit(() -> query("idle pool")).get());
    }

    private void query(String what) {
        database.query(what);
    }

    private void execute() throws Exception {
        CountDownLatch done = new CountDownLatch(2);
        pool.execute(() -> {
            query("lambda");
            done.countDown();
        });
        pool.execute(new Runnable() {
            @Override
            public void run() {
                query("object");
                done.countDown();
            }
        });
        done.await();
    }

    private void submit() throws Exception {
        pool.submit(() -> query("runnable")).get();
        pool.submit(() -> {
                    query("callable");
                    return 1;
                })
                .get();
        Callable<Integer> counted = () -> {
            query("of all");
            return 1;
        };
        pool.invokeAll(List.of(counted, counted));
    }

    /** Its queue holds what it was given. */
    private static final class Named implements Runnable, Comparable<Named> {
        private final int priority;
        private final Runnable action;

        Named(int priority, Runnable action) {
            this.priority = priority;
            this.action = action;
        }

        @Override
        public void run() {
            action.run();
        }

        @Override
        public int compareTo(Named other) {
            return Integer.compare(priority, other.priority);
        }
    }

    private static final class CastingPool extends ThreadPoolExecutor {
        private final List<Integer> begun = new ArrayList<>();

        CastingPool(boolean byPriority) {
            super(1, 1, 1, TimeUnit.MINUTES, byPriority ? new PriorityBlockingQueue<>() : new LinkedBlockingQueue<>());
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            begun.add(((Named) task).priority);
        }
    }

    private void casting() throws Exception {
        CastingPool casting = new CastingPool(false);
        casting.execute(new Named(1, () -> query("cast 1")));
        casting.execute(new Named(2, () -> query("cast 2")));
        ended(casting);
    }

    private void priorities() throws Exception {
        CastingPool casting = new CastingPool(true);
        CountDownLatch filled = new CountDownLatch(1);
        casting.execute(new Named(0, () -> {
            try {
                filled.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            query("first");
        }));
        casting.execute(new Named(2, () -> query("last")));
        casting.execute(new Named(1, () -> query("second")));
        filled.countDown();
        ended(casting);
        if (!casting.begun.equals(List.of(0, 1, 2))) {
            throw new IllegalStateException(casting.begun.toString());
        }
    }

    private void callerRuns() throws Exception {
        ThreadPoolExecutor small = new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy());
        CountDownLatch full = new CountDownLatch(1);
        small.execute(() -> {
            try {
                full.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        small.execute(() -> query("by the caller"));
        full.countDown();
        ended(small);
        query("after");
    }

    private void remove() throws Exception {
        ThreadPoolExecutor busy = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
        CountDownLatch removed = new CountDownLatch(1);
        busy.submit(() -> {
            removed.await();
            return 1;
        });
        Runnable object = new Named(1, () -> query("removed"));
        busy.execute(object);
        if (!busy.remove(object)) {
            throw new IllegalStateException("not found");
        }
        Runnable lambda = () -> query("lambda not removed");
        busy.execute(lambda);
        if (!busy.remove(lambda)) {
            throw new IllegalStateException("lambda not found");
        }
        removed.countDown();
        ended(busy);
        query("removed both");
    }

    private void scheduled() throws Exception {
        scheduled.schedule(() -> query("once"), 1, TimeUnit.MILLISECONDS).get();
        CountDownLatch thrice = new CountDownLatch(3);
        ScheduledFuture<?> periodic = scheduled.scheduleAtFixedRate(
                () -> {
                    query("periodic");
                    thrice.countDown();
                },
                1,
                1,
                TimeUnit.MILLISECONDS);
        thrice.await();
        periodic.cancel(false);
    }

    private void forkJoin() throws Exception {
        ForkJoinPool own = new ForkJoinPool(2);
        own.submit(() -> query("submitted")).get();
        own.invoke(new RecursiveAction() {
            @Override
            protected void compute() {
                RecursiveAction forked = new RecursiveAction() {
                    @Override
                    protected void compute() {
                        query("forked");
                    }
                };
                forked.fork();
                forked.join();
            }
        });
        ended(own);
        ForkJoinPool.commonPool().submit(() -> query("common")).get();
    }

    private void parallel() {
        IntStream.range(0, 20).parallel().forEach(i -> query("parallel"));
    }

    private void future() throws Exception {
        CompletableFuture.supplyAsync(() -> {
                    query("supplied");
                    return 1;
                })
                .thenApplyAsync(one -> {
                    query("applied");
                    return one;
                })
                .thenAcceptAsync(one -> query("accepted"), pool)
                .thenRun(() -> query("run"))
                .get();
        CompletableFuture.runAsync(() -> query("ran"), pool).get();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> query("all")), CompletableFuture.runAsync(() -> query("all")))
                .get();
    }

    /** The stage is this request's, by whichever it is completed. */
    private CompletableFuture<Void> stage = new CompletableFuture<>();

    private void built() throws Exception {
        CompletableFuture<Void> ran = new CompletableFuture<>();
        stage = completedLater
                .thenAccept(value -> query("built by /built"))
                .whenComplete((nothing, failure) -> ran.complete(null));
        Thread completer = new Thread(() -> {
            try {
                get(address() + "/completed");
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        completer.start();
        ran.get();
        completer.join();
    }

    private void completed() throws Exception {
        completedLater.complete("now");
        stage.get();
        query("completed");
    }

    private static final class OwnThread extends Thread {
        private final Runnable action;

        OwnThread(Runnable action) {
            this.action = action;
        }

        @Override
        public void run() {
            action.run();
        }
    }

    private void thread() throws Exception {
        Thread plain = new Thread(() -> query("thread"));
        plain.start();
        plain.join();
        Thread own = new OwnThread(() -> query("own thread"));
        own.start();
        own.join();
        Thread silent = new Thread(() -> {});
        silent.start();
        silent.join();
    }

    /** An executor whose threads no request has started. */
    private void foreignExecutor() throws Exception {
        Executor direct = Runnable::run;
        CompletableFuture.runAsync(() -> query("direct"), direct).get();
        ExecutorService delegating = new Delegating(pool);
        delegating.submit(() -> query("delegated")).get();
    }

    private static final class Delegating extends AbstractExecutorService {
        private final ExecutorService pool;

        Delegating(ExecutorService pool) {
            this.pool = pool;
        }

        @Override
        public void execute(Runnable task) {
            pool.execute(task);
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }

    private void late() {
        pool.execute(() -> {
            try {
                lateMayRun.await();
                query("after its request");
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            } finally {
                lateHasRun.countDown();
            }
        });
    }

    private void afterLate() throws Exception {
        lateMayRun.countDown();
        lateHasRun.await();
    }

    private static void ended(ExecutorService executor) throws InterruptedException {
        executor.shutdown();
        if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not ended");
        }
    }

    @Override
    protected void close() {
        pool.shutdown();
        scheduled.shutdown();
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new ThreadsApplication().serve();
    }
}

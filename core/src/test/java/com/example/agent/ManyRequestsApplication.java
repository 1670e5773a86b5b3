package com.example.agent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many requests at once, whose tasks share pools, futures and lambdas; each statement has its request's number. */
@SuppressWarnings({"FutureReturnValueIgnored", "UnnecessaryLambda"}) // what is called counts
public final class ManyRequestsApplication extends VanillaApplication {

    private static final int REQUESTS = 10_000;
    private static final int AT_ONCE = 20;

    private final Database database = new Database();
    private final ExecutorService pool = Executors.newFixedThreadPool(8);
    private final CyclicBarrier together = new CyclicBarrier(2);

    /** One object for all: belongs to whoever gives it away. */
    private final Runnable shared = () -> database.query("shared");

    ManyRequestsApplication() {
        on("/shared", this::shared);
    }

    @Override
    protected void handle(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String number = request.getQueryString();
        if (number == null) {
            super.handle(request, response);
            return;
        }
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> database.query(number + " a"), pool);
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> database.query(number + " b"));
        pool.submit(() -> database.query(number + " c")).get(10, TimeUnit.SECONDS);
        first.thenRunAsync(() -> database.query(number + " d")).get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);
        Thread thread = new Thread(() -> database.query(number + " e"));
        thread.start();
        thread.join();
    }

    private void shared() throws Exception {
        together.await();
        pool.submit(shared).get();
    }

    @Override
    protected void ask(String server) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; i < AT_ONCE; i++) {
            clients.submit(() -> {
                for (int n = next.getAndIncrement(); n < REQUESTS; n = next.getAndIncrement()) {
                    get(server + "/many?" + n);
                }
                return null;
            });
        }
        clients.submit(() -> {
            get(server + "/shared");
            return null;
        });
        get(server + "/shared");
        clients.shutdown();
        if (!clients.awaitTermination(50, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not answered");
        }
    }

    @Override
    protected void close() {
        pool.shutdown();
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new ManyRequestsApplication().serve();
    }
}

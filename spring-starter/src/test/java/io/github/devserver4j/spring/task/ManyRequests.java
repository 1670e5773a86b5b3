package io.github.devserver4j.spring.task;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;

/** Ten thousand requests, many at a time, over handlers of every kind, and what is on their blocks. */
final class ManyRequests {

    private static final int REQUESTS = 10_000;
    private static final int AT_A_TIME = 150;

    private static final List<String> PATHS = List.of(
            "/async/",
            "/qualified/",
            "/callable/",
            "/web-async/",
            "/deferred/",
            "/streaming/",
            "/emitter/",
            "/execute/poolTask/",
            "/execute/simple/",
            "/execute/pool/",
            "/execute/applicationTaskExecutor/",
            "/submit/rawPool/",
            "/once/poolScheduler/",
            "/once/simpleScheduler/");

    private ManyRequests() {}

    /** As {@code 10000 answered, 10000 blocks as they should be}. */
    static String run(boolean virtualThreads) throws Exception {
        Finished finished = new Finished();
        try (ConfigurableApplicationContext application = TaskRequestsTest.started(
                finished,
                "spring.threads.virtual.enabled=" + virtualThreads,
                "spring.task.execution.mode=force",
                "spring.main.banner-mode=off",
                "logging.level.root=warn",
                "spring.task.execution.pool.core-size=20")) {
            String thread = CompletableFuture.supplyAsync(
                            () -> Thread.currentThread().toString(),
                            application.getBean("applicationTaskExecutor", Executor.class))
                    .join();
            int answered = askAll(application.getEnvironment().getRequiredProperty("local.server.port"));
            int right = 0;
            List<String> wrong = new ArrayList<>();
            for (int number = 1; number <= REQUESTS; number++) {
                List<String> marks = finished.next(target(number));
                boolean isRight = marks.equals(List.of(number + " request", number + " task"))
                        && finished.left(target(number)) == 0;
                right += isRight ? 1 : 0;
                if (!isRight && wrong.size() < 20) {
                    wrong.add(target(number) + ": " + marks);
                }
            }
            return answered + " answered, " + right + " blocks as they should be"
                    + (thread.startsWith("VirtualThread[") ? ", on virtual threads" : "")
                    + (wrong.isEmpty() ? "" : wrong);
        }
    }

    private static String target(int number) {
        return PATHS.get(number % PATHS.size()) + number;
    }

    private static int askAll(String port) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Semaphore free = new Semaphore(AT_A_TIME);
        AtomicInteger answered = new AtomicInteger();
        for (int number = 1; number <= REQUESTS; number++) {
            free.acquire();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target(number)))
                    .build();
            CompletableFuture<?> unused = client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .whenComplete((answer, failure) -> {
                        if (failure == null && answer.statusCode() == 200) {
                            answered.incrementAndGet();
                        }
                        free.release();
                    });
        }
        free.acquire(AT_A_TIME);
        return answered.get();
    }
}

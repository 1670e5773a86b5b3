package io.github.devserver4j.spring.task;

import io.github.devserver4j.spring.task.TaskApplication.Queries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.support.PeriodicTrigger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Asks the database for each request on its own thread, and then once on another. */
@RestController
class TaskController {

    /** Completed, it lets late tasks end. */
    static final CompletableFuture<@Nullable Void> LATE = new CompletableFuture<>();

    private final Queries queries;
    private final ApplicationContext beans;

    TaskController(Queries queries, ApplicationContext beans) {
        this.queries = queries;
        this.beans = beans;
    }

    private Executor executor(String name) {
        return beans.getBean(name, Executor.class);
    }

    @GetMapping("/async/{number}")
    CompletableFuture<String> async(@PathVariable("number") int number) {
        queries.ask(number, "request");
        return queries.askLater(number);
    }

    @GetMapping("/qualified/{number}")
    CompletableFuture<String> qualified(@PathVariable("number") int number) {
        queries.ask(number, "request");
        return queries.askOnSimple(number);
    }

    @GetMapping("/callable/{number}")
    Callable<String> callable(@PathVariable("number") int number) {
        queries.ask(number, "request");
        return () -> queries.ask(number, "task");
    }

    /** On an executor that no bean is. */
    @GetMapping("/web-async/{number}")
    WebAsyncTask<String> webAsync(@PathVariable("number") int number) {
        queries.ask(number, "request");
        AsyncTaskExecutor threads = task -> new Thread(task).start();
        return new WebAsyncTask<>(10_000L, threads, () -> queries.ask(number, "task"));
    }

    /** Answers before its task has ended. */
    @GetMapping("/late/{number}")
    WebAsyncTask<String> late(@PathVariable("number") int number) {
        queries.ask(number, "request");
        return new WebAsyncTask<>(50, () -> {
            LATE.join(); // whoever interrupts it
            return queries.ask(number, "late");
        });
    }

    @GetMapping("/deferred/{number}")
    DeferredResult<String> deferred(@PathVariable("number") int number) {
        queries.ask(number, "request");
        DeferredResult<String> result = new DeferredResult<>();
        executor("simple").execute(() -> result.setResult(queries.ask(number, "task")));
        return result;
    }

    @GetMapping("/streaming/{number}")
    StreamingResponseBody streaming(@PathVariable("number") int number) {
        queries.ask(number, "request");
        return body -> body.write(queries.ask(number, "task").getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/emitter/{number}")
    ResponseBodyEmitter emitter(@PathVariable("number") int number) {
        queries.ask(number, "request");
        return emitting(new ResponseBodyEmitter(), number);
    }

    @GetMapping("/sse/{number}")
    SseEmitter sse(@PathVariable("number") int number) {
        queries.ask(number, "request");
        return emitting(new SseEmitter(), number);
    }

    private <T extends ResponseBodyEmitter> T emitting(T emitter, int number) {
        executor("pool").execute(() -> {
            try {
                emitter.send("first");
                emitter.send(queries.ask(number, "task"));
                emitter.complete();
            } catch (IOException gone) {
                emitter.completeWithError(gone);
            }
        });
        return emitter;
    }

    @GetMapping("/execute/{bean}/{number}")
    CompletableFuture<String> execute(@PathVariable("bean") String bean, @PathVariable("number") int number) {
        queries.ask(number, "request");
        return CompletableFuture.supplyAsync(() -> queries.ask(number, "task"), executor(bean));
    }

    @GetMapping("/submit/{bean}/{number}")
    String submit(@PathVariable("bean") String bean, @PathVariable("number") int number) throws Exception {
        queries.ask(number, "request");
        Callable<String> task = () -> queries.ask(number, "task");
        Executor executor = executor(bean);
        return (executor instanceof AsyncTaskExecutor async
                        ? async.submit(task)
                        : ((ExecutorService) executor).submit(task))
                .get();
    }

    @GetMapping("/once/{bean}/{number}")
    DeferredResult<String> once(@PathVariable("bean") String bean, @PathVariable("number") int number) {
        queries.ask(number, "request");
        DeferredResult<String> result = new DeferredResult<>();
        Runnable task = () -> result.setResult(queries.ask(number, "task"));
        ScheduledFuture<?> unused = beans.getBean(bean, TaskScheduler.class)
                .schedule(task, Instant.now().plusMillis(20));
        return result;
    }

    /** Answers after the second run. */
    @GetMapping("/again/{how}/{bean}/{number}")
    String again(@PathVariable("how") String how, @PathVariable("bean") String bean, @PathVariable("number") int number)
            throws InterruptedException {
        queries.ask(number, "request");
        CountDownLatch runs = new CountDownLatch(2);
        Runnable task = () -> {
            queries.ask(number, "again");
            runs.countDown();
        };
        ScheduledFuture<?> future = again(beans.getBean(bean, TaskScheduler.class), how, task);
        boolean ran = runs.await(10, TimeUnit.SECONDS);
        if (future != null) {
            future.cancel(false);
        }
        return String.valueOf(ran);
    }

    private static @Nullable ScheduledFuture<?> again(TaskScheduler scheduler, String how, Runnable task) {
        Duration period = Duration.ofMillis(5);
        return switch (how) {
            case "rate" -> scheduler.scheduleAtFixedRate(task, period);
            case "delay" -> scheduler.scheduleWithFixedDelay(task, period);
            default -> scheduler.schedule(task, new PeriodicTrigger(period));
        };
    }
}

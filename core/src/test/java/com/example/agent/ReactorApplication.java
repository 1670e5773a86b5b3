package com.example.agent;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.publisher.ConnectableFlux;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Statements in operators of Reactor, on threads of schedulers and on one that no request knows of. */
public class ReactorApplication extends VanillaApplication {

    private final Database database = new Database();

    /** What a client's own thread is to do; nothing of the JDK tells it who asked. */
    private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();

    private final Thread clientThread = new Thread(this::work, "client");

    private final Mono<String> assembledBefore =
            Mono.fromSupplier(() -> "x").subscribeOn(Schedulers.parallel()).map(x -> query("assembled before", x));

    /** Before any request. */
    public ReactorApplication() {
        clientThread.setDaemon(true);
        clientThread.start();
        on("/schedulers", this::schedulers);
        on("/foreign", this::foreign);
        on("/error", this::error);
        on("/flux", this::flux);
        on("/delay", this::delay);
        on("/cancel", this::cancel);
        on("/fused", this::fused);
        on("/parallel", this::parallel);
        on("/shared", this::shared);
        on("/assembled-before", () -> assembledBefore.block(Duration.ofSeconds(5)));
        on("/late", this::late);
        on("/after-late", this::afterLate);
    }

    private void work() {
        try {
            while (true) {
                jobs.take().run();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T query(String what, T value) {
        database.query(what);
        return value;
    }

    private Mono<String> answer() {
        return Mono.create(sink -> jobs.add(() -> sink.success("x")));
    }

    private void schedulers() {
        Mono.fromCallable(() -> query("called", "x"))
                .subscribeOn(Schedulers.boundedElastic())
                .map(x -> query("mapped", x))
                .publishOn(Schedulers.parallel())
                .map(x -> query("published", x))
                .block(Duration.ofSeconds(5));
    }

    private void foreign() {
        answer().map(x -> query("after the answer", x))
                .flatMap(x -> answer().doOnNext(y -> database.query("after the second")))
                .publishOn(Schedulers.single())
                .doOnSuccess(x -> database.query("published after it"))
                .block(Duration.ofSeconds(5));
    }

    private void error() {
        Mono.<String>create(sink -> jobs.add(() -> sink.error(new IllegalStateException("no answer"))))
                .onErrorResume(failure -> Mono.fromSupplier(() -> query("resumed", "x")))
                .doOnTerminate(() -> database.query("terminating"))
                .block(Duration.ofSeconds(5));
    }

    private void flux() {
        Flux.<Integer>create(sink -> jobs.add(() -> {
                    sink.next(1);
                    sink.next(2);
                    sink.complete();
                }))
                .limitRate(1)
                .concatMap(i -> answer().map(x -> query("element " + i, x)))
                .collectList()
                .block(Duration.ofSeconds(5));
    }

    private void delay() {
        Flux.interval(Duration.ofMillis(1))
                .onBackpressureBuffer()
                .take(2)
                .map(i -> query("tick", i))
                .delayElements(Duration.ofMillis(1))
                .blockLast(Duration.ofSeconds(5));
        database.query("ticked");
    }

    private void cancel() {
        Flux.<Integer>create(sink -> jobs.add(() -> sink.next(1)))
                .doOnCancel(() -> database.query("cancelled"))
                .take(1)
                .blockLast(Duration.ofSeconds(5));
    }

    private void fused() {
        Long count = Flux.range(1, 100)
                .filter(i -> i % 2 == 0)
                .map(i -> i + 1)
                .publishOn(Schedulers.parallel())
                .distinct()
                .groupBy(i -> i % 3)
                .flatMap(group -> group.map(i -> i).count())
                .reduce(0L, Long::sum)
                .block(Duration.ofSeconds(5));
        database.query("fused " + count);
    }

    private void parallel() {
        Flux.range(1, 4)
                .parallel(2)
                .runOn(Schedulers.parallel())
                .map(i -> query("rail", i))
                .sequential()
                .blockLast(Duration.ofSeconds(5));
    }

    private void shared() {
        ConnectableFlux<String> shared = Flux.from(answer()).publish();
        CountDownLatch both = new CountDownLatch(2);
        Consumer<String> done = x -> {
            database.query("shared");
            both.countDown();
        };
        shared.subscribe(done);
        shared.subscribe(done);
        Disposable connection = shared.connect();
        await(both);
        connection.dispose();
    }

    private final CountDownLatch lateMayRun = new CountDownLatch(1);
    private final CountDownLatch lateHasRun = new CountDownLatch(1);

    private void late() {
        answer().doOnNext(x -> {
                    await(lateMayRun);
                    database.query("after its request");
                    lateHasRun.countDown();
                })
                .subscribe();
    }

    private void afterLate() {
        lateMayRun.countDown();
        await(lateHasRun);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not counted down");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Runs it, with automatic context propagation if it is told so. */
    public static void main(String[] arguments) throws Exception {
        if (Boolean.getBoolean("propagation")) {
            Hooks.enableAutomaticContextPropagation();
        }
        new ReactorApplication().serve();
    }
}

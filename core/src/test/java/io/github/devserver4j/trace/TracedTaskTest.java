package io.github.devserver4j.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devserver4j.testing.FakeTicker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class TracedTaskTest {

    private final CurrentTrace current = CurrentTrace.create();
    private final Tracer tracer =
            Tracer.create(current, new TraceSettings(new FakeTicker(), 10, CallSites.off()), new RecordingSink());
    private final TraceRecorder request = tracer.start(new RequestLine("GET", "/", "HTTP/1.1"));
    private final ScheduledExecutorService raw = Executors.newScheduledThreadPool(1);
    private final ExecutorService executor = current.wrap((ExecutorService) raw);

    @AfterEach
    void stop() {
        raw.shutdownNow();
    }

    @Test
    void aWrappedTaskWorksForItsRequestOnAnotherThread() throws Exception {
        AtomicReference<@Nullable TraceRecorder> seen = new AtomicReference<>();
        Runnable task;
        Callable<@Nullable TraceRecorder> callable;
        try (Scope scope = current.open(request)) {
            task = current.wrap(() -> seen.set(current.get()));
            callable = current.<@Nullable TraceRecorder>wrap(current::get);
        }
        raw.submit(task).get();
        assertThat(seen.get()).isSameAs(request);
        assertThat(raw.submit(callable).get()).isSameAs(request);
        assertThat(raw.submit(current::get).get()).as("afterwards").isNull();
    }

    @Test
    void aTaskGivenAwayOutsideOfARequestStaysAsItIs() {
        Runnable task = () -> {};
        Callable<String> callable = () -> "";
        assertThat(current.wrap(task)).isSameAs(task);
        assertThat(current.wrap(callable)).isSameAs(callable);
    }

    @Test
    void everyWayIntoAnExecutorCarriesTheRequest() throws Exception {
        List<@Nullable TraceRecorder> seen = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(2);
        try (Scope scope = current.open(request)) {
            executor.execute(() -> {
                seen.add(current.get());
                done.countDown();
            });
            seen.add(executor.submit(current::get).get());
            Runnable note = () -> seen.add(current.get());
            executor.submit(note).get();
            assertThat(executor.submit(note, "result").get()).isEqualTo("result");
            List<Callable<@Nullable TraceRecorder>> tasks = List.of(current::get, current::get);
            for (Future<@Nullable TraceRecorder> future : executor.invokeAll(tasks)) {
                seen.add(future.get());
            }
            for (Future<@Nullable TraceRecorder> future : executor.invokeAll(tasks, 10, TimeUnit.SECONDS)) {
                seen.add(future.get());
            }
            seen.add(executor.invokeAny(tasks));
            seen.add(executor.invokeAny(tasks, 10, TimeUnit.SECONDS));
            ScheduledExecutorService scheduled = (ScheduledExecutorService) executor;
            seen.add(scheduled.schedule(current::get, 0, TimeUnit.SECONDS).get());
            scheduled.schedule(note, 0, TimeUnit.SECONDS).get();
            Executor plain = current.wrap((Executor) Runnable::run);
            plain.execute(() -> {
                seen.add(current.get());
                done.countDown();
            });
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(seen).hasSize(13).containsOnly(request);
    }

    @Test
    void completableFuturesKeepTheirRequestThroughAllStages() {
        try (Scope scope = current.open(request)) {
            CompletableFuture<@Nullable TraceRecorder> last = CompletableFuture.supplyAsync(() -> 1, executor)
                    .thenApplyAsync(one -> one + 1, executor)
                    .thenApplyAsync(two -> current.get(), executor);
            assertThat(last.join()).isSameAs(request);
        }
    }

    @Test
    void aPeriodicTaskBelongsToNoRequest() throws Exception {
        CompletableFuture<Boolean> outside = new CompletableFuture<>();
        try (Scope scope = current.open(request)) {
            ScheduledExecutorService scheduled = (ScheduledExecutorService) executor;
            var unused =
                    scheduled.scheduleAtFixedRate(() -> outside.complete(current.get() == null), 0, 1, TimeUnit.HOURS);
            assertThat(outside.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aTaskThatOutlivesItsRequestIsNotPutOnIt() throws Exception {
        Callable<@Nullable TraceRecorder> late;
        try (Scope scope = current.open(request)) {
            late = current.<@Nullable TraceRecorder>wrap(current::get);
        }
        request.finish(200, 0);
        assertThat(raw.submit(late).get()).isNull();
    }

    @Test
    void theTasksExceptionIsItsOwn() {
        IOException failure = new IOException("disk");
        try (Scope scope = current.open(request)) {
            Callable<String> failing = current.wrap(() -> {
                throw failure;
            });
            assertThatThrownBy(failing::call).isSameAs(failure);
        }
        assertThat(current.get()).isNull();
    }

    @Test
    void tasksOfAPriorityQueueStayComparable() {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<Runnable>());
        CountDownLatch done = new CountDownLatch(3);
        try (Scope scope = current.open(request)) {
            ExecutorService wrapped = current.wrap((ExecutorService) pool);
            for (int i = 0; i < 3; i++) {
                wrapped.execute(new Prioritized(i, done));
            }
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void tasksThatNeverBeganAreGivenBackAsTheyWere() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
        ExecutorService wrapped = current.wrap((ExecutorService) pool);
        Runnable never = () -> {};
        try (Scope scope = current.open(request)) {
            wrapped.execute(() -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException shutdown) {
                    Thread.currentThread().interrupt();
                }
            });
            begun.await();
            wrapped.execute(never);
            List<Runnable> left = wrapped.shutdownNow();
            assertThat(left).containsExactly(never);
            left.clear(); // the application's own list
        }
        assertThat(wrapped.isShutdown()).isTrue();
        assertThat(wrapped.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(wrapped.isTerminated()).isTrue();
    }

    @Test
    void wrappingTwiceWrapsOnce() {
        assertThat(current.wrap(executor)).isSameAs(executor);
        Executor plain = current.wrap((Executor) Runnable::run);
        assertThat(current.wrap(plain)).isSameAs(plain);
        try (Scope scope = current.open(request)) {
            Runnable task = current.wrap(() -> {});
            assertThat(current.wrap(task)).isSameAs(task);
        }
    }

    @Test
    void closeIsTheDelegatesOwn() throws Exception {
        List<String> closed = new ArrayList<>();
        class Closeable extends ThreadPoolExecutor implements AutoCloseable {
            Closeable() {
                super(1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
            }

            @Override
            public void close() {
                closed.add("closed");
            }
        }
        try (Closeable delegate = new Closeable()) {
            TracingExecutorService wrapped = (TracingExecutorService) current.wrap((ExecutorService) delegate);
            wrapped.close();
            assertThat(closed).hasSize(1);
        }
    }

    private record Prioritized(int priority, CountDownLatch done) implements Runnable, Comparable<Prioritized> {
        @Override
        public void run() {
            done.countDown();
        }

        @Override
        public int compareTo(Prioritized other) {
            return Integer.compare(priority, other.priority);
        }
    }
}

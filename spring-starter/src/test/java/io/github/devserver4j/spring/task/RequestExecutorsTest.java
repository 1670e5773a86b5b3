package io.github.devserver4j.spring.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TraceRecorder;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Executors that keep requests do all else as before. */
@Timeout(30)
class RequestExecutorsTest {

    private RecordedRequest request;
    private CurrentTrace currentTrace;
    private RequestExecutors executors;
    private final List<ExecutorService> started = new ArrayList<>();

    @BeforeEach
    void open() {
        currentTrace = CurrentTrace.create();
        request = RecordedRequest.open(currentTrace);
        executors = new RequestExecutors(currentTrace);
    }

    @AfterEach
    void close() {
        started.forEach(ExecutorService::shutdownNow);
        request.close();
    }

    private <T extends ExecutorService> T started(T executor) {
        started.add(executor);
        return executor;
    }

    @ParameterizedTest
    @ValueSource(classes = {ThreadPoolExecutor.class, ScheduledThreadPoolExecutor.class})
    void allThatCanBeAskedOfAPoolIsAskedOfIt(Class<?> type) {
        Class<?> standing = type == ThreadPoolExecutor.class ? RequestThreadPool.class : RequestScheduledPool.class;
        assertThat(Stream.of(type.getMethods())
                        .filter(method -> method.getDeclaringClass() != Object.class)
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .filter(method -> !isOwn(standing, method))
                        .map(Method::getName))
                .isSubsetOf("close"); // which shuts down and waits
    }

    private static boolean isOwn(Class<?> standing, Method method) {
        try {
            return standing.getMethod(method.getName(), method.getParameterTypes())
                            .getDeclaringClass()
                    == standing;
        } catch (NoSuchMethodException none) {
            return false;
        }
    }

    @Test
    void aPoolDeclaredByAnInterfaceIsStillAPoolForMetrics() throws Exception {
        ThreadPoolExecutor pool = started((ThreadPoolExecutor) Executors.newFixedThreadPool(3));
        ThreadPoolExecutor kept = (ThreadPoolExecutor) executors.kept(pool, ExecutorService.class);
        assertThat(kept).isNotSameAs(pool);
        kept.submit(() -> {}).get();
        assertThat(kept.getPoolSize()).isEqualTo(1);
        assertThat(kept.getTaskCount()).isEqualTo(1);
        assertThat(kept.getCorePoolSize()).isEqualTo(3);
        assertThat(executors.kept(kept, ExecutorService.class)).isSameAs(kept);
    }

    @Test
    void aQueuedTaskIsFoundAndHandedBackAsItWasGiven() throws Exception {
        ThreadPoolExecutor pool = started((ThreadPoolExecutor) Executors.newFixedThreadPool(1));
        ThreadPoolExecutor kept = (ThreadPoolExecutor) executors.kept(pool, ThreadPoolExecutor.class);
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        kept.execute(() -> {
            running.countDown();
            await(blocked);
        });
        running.await();
        Runnable first = () -> {};
        Runnable second = () -> {};
        kept.execute(first);
        kept.execute(second);
        assertThat(kept.remove(first)).isTrue();
        assertThat(kept.remove(first)).isFalse();
        assertThat(kept.shutdownNow()).containsExactly(second);
        assertThat(kept.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anExecutorDeclaredByItsOwnClassStays() {
        ForkJoinPool pool = started(new ForkJoinPool(1));
        assertThat(executors.kept(pool, ForkJoinPool.class)).isSameAs(pool);
        assertThat(executors.kept(pool, Object.class)).isSameAs(pool);
        assertThat(executors.kept(pool, Executor.class)).isNotSameAs(pool);
    }

    @Test
    void aQueueThatComparesTasksGetsThemAsTheyAre() throws Exception {
        BlockingQueue<Runnable> byText =
                new PriorityBlockingQueue<>(4, Comparator.comparing(task -> ((Named) task).name()));
        ThreadPoolExecutor pool = started(new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, byText));
        assertThat(executors.kept(pool, ExecutorService.class)).isSameAs(pool);
    }

    @Test
    void aComparableTaskStaysAsItIs() throws Exception {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor() {
            private static final long serialVersionUID = 1L;

            @Override
            protected BlockingQueue<Runnable> createQueue(int queueCapacity) {
                return new PriorityBlockingQueue<>();
            }
        };
        executor.setCorePoolSize(1);
        executor.initialize();
        started(executor.getThreadPoolExecutor());
        executors.kept(executor, ThreadPoolTaskExecutor.class);
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(2);
        executor.execute(new Named("a", () -> await(blocked)));
        executor.execute(new Named("c", ran::countDown));
        executor.execute(new Named("b", ran::countDown));
        assertThat(executor.getThreadPoolExecutor().getQueue()).hasOnlyElementsOfType(Named.class);
        blocked.countDown();
        assertThat(ran.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void decoratingTwiceDecoratesOnce() throws Exception {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        List<Runnable> decorated = new ArrayList<>();
        executor.setTaskDecorator(task -> {
            decorated.add(task);
            return task;
        });
        executor.initialize();
        started(executor.getThreadPoolExecutor());
        executors.kept(executor, Executor.class);
        executors.kept(executor, Executor.class);
        TraceRecorder seen = executor.submit(currentTrace::get).get();
        assertThat(seen).isSameAs(currentTrace.request());
        assertThat(decorated).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private record Named(String name, Runnable task) implements Runnable, Comparable<Named> {
        @Override
        public void run() {
            task.run();
        }

        @Override
        public int compareTo(Named other) {
            return name.compareTo(other.name);
        }
    }

    @Test
    void aTaskThatDoesNotTellWhetherItIsPeriodicIsScheduled() {
        Runnable task = (Runnable) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RunnableScheduledFuture.class},
                (future, method, given) -> {
                    throw new IllegalStateException(method.getName());
                });
        TaskDecorator decorator = RequestDecorator.around(null, new ThreadPoolTaskScheduler(), currentTrace);
        assertThat(System.identityHashCode(decorator.decorate(task))).isEqualTo(System.identityHashCode(task));
    }
}

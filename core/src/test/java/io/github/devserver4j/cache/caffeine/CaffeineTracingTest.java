package io.github.devserver4j.cache.caffeine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.KindTotal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"CheckReturnValue", "FutureReturnValueIgnored"}) // what counts is that the calls are made
class CaffeineTracingTest {

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final CaffeineTracing tracing = CaffeineTracing.create(currentTrace);

    @Test
    void readsWritesRemovalsAndLoadsAreToldApart() throws InterruptedException {
        LoadingCache<Integer, String> users = tracing.wrap(loading(), "users");

        List<CacheCall> calls = recorded(() -> {
            users.getIfPresent(1);
            users.get(1);
            users.get(1, key -> "unused");
            users.getAll(List.of(1, 2));
            users.put(3, "three");
            users.invalidate(3);
            users.refresh(1).join();
            users.asMap().keySet().removeIf(key -> key == 2);
        });

        assertThat(calls)
                .extracting(CacheCall::action, CacheCall::method, CacheCall::key, CacheCall::hits, CacheCall::misses)
                .containsExactly(
                        tuple(CacheAction.READ, "getIfPresent", "1", 0, 1),
                        tuple(CacheAction.READ, "get", "1", 0, 1),
                        tuple(CacheAction.READ, "get", "1", 1, 0),
                        tuple(CacheAction.BULK_READ, "getAll", "[1, 2]", 1, 1),
                        tuple(CacheAction.WRITE, "put", "3", 0, 0),
                        tuple(CacheAction.REMOVE, "invalidate", "3", 0, 0),
                        tuple(CacheAction.LOAD, "refresh", "1", 0, 0),
                        tuple(CacheAction.REMOVE, "asMap.keySet.remove", null, 0, 0));
        assertThat(calls).allSatisfy(call -> assertThat(call.cache()).isEqualTo("users"));
    }

    @Test
    void theSummaryHasALineForEachOfSeveralCaches() throws InterruptedException {
        Cache<Integer, String> users = tracing.wrap(Caffeine.newBuilder().build(), "users");
        Cache<Integer, String> unnamed = tracing.wrap(Caffeine.newBuilder().build());
        Cache<Integer, String> alsoUnnamed = tracing.wrap(Caffeine.newBuilder().build());
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            users.get(1, key -> "one");
            users.get(1, key -> "one");
            alsoUnnamed.getIfPresent(1);
            unnamed.put(1, "one");
            KindTotal total = request.finish().totals().get(0);

            assertThat(total.kind().tag()).isEqualTo("cache");
            assertThat(total.summary()).isEqualTo("""
                            4 calls made with a 33% hit percentage (2 misses)
                            users: 2 calls, 50%
                            cache 2: 1 call, 0%
                            cache 1: 1 call""");
        }
    }

    @Test
    void aLoadIsTimedAndAHitIsNot() throws InterruptedException {
        Cache<Integer, String> users = tracing.wrap(Caffeine.newBuilder().build());

        List<CacheCall> calls = recorded(() -> {
            users.get(1, key -> afterMillis(2));
            users.get(1, key -> "unused");
        });

        assertThat(calls.get(0).durationNanos()).isGreaterThan(2_000_000);
        assertThat(calls.get(1).durationNanos()).isZero();
    }

    @Test
    void anExceptionOfALoaderIsPassedOnAndTold() throws InterruptedException {
        Cache<Integer, String> users = tracing.wrap(Caffeine.newBuilder().build());
        IllegalStateException failure = new IllegalStateException("no database");

        List<CacheCall> calls = recorded(() -> assertThatThrownBy(() -> users.get(1, key -> {
                    throw failure;
                }))
                .isSameAs(failure));

        assertThat(calls)
                .extracting(CacheCall::misses, CacheCall::error)
                .containsExactly(tuple(1, "IllegalStateException: no database"));
    }

    @Test
    void anAsynchronousMissLastsUntilItsFutureIsCompleted() throws InterruptedException {
        AsyncCache<Integer, String> users = tracing.wrap(Caffeine.newBuilder().buildAsync());
        CompletableFuture<String> loaded = new CompletableFuture<>();
        CompletableFuture<String> failing = new CompletableFuture<>();
        CompletableFuture<String> endless = new CompletableFuture<>();

        List<CacheCall> calls = recorded(() -> {
            users.get(1, (key, executor) -> loaded);
            users.get(2, (key, executor) -> failing);
            users.get(3, (key, executor) -> endless);
            loaded.complete(afterMillis(2));
            failing.completeExceptionally(new IllegalStateException("no database"));
        });

        assertThat(calls).allSatisfy(call -> assertThat(call.durationNanos()).isGreaterThan(2_000_000));
        assertThat(calls)
                .extracting(CacheCall::misses, CacheCall::error)
                .containsExactly(tuple(1, null), tuple(1, "IllegalStateException: no database"), tuple(1, null));
    }

    @Test
    void theFutureReturnedIsTheOneThatTheCacheHolds() throws InterruptedException {
        AsyncCache<Integer, String> raw = Caffeine.newBuilder().buildAsync();
        AsyncCache<Integer, String> users = tracing.wrap(raw);
        CompletableFuture<String> future = new CompletableFuture<>();

        recorded(() -> {
            assertThat(users.get(1, (key, executor) -> future)).isSameAs(future);
            assertThat(users.getIfPresent(1)).isSameAs(future);
            assertThat(users.asMap().get(1)).isSameAs(future);
            assertThat(raw.getIfPresent(1)).isSameAs(future);
            assertThat(users.get(1, key -> "unused")).isSameAs(future);
        });
    }

    @Test
    void aCallOfTheSynchronousViewIsCountedOnce() throws InterruptedException {
        AsyncLoadingCache<Integer, String> users =
                tracing.wrap(Caffeine.newBuilder().buildAsync(key -> "user " + key));

        List<CacheCall> calls = recorded(() -> {
            users.synchronous().get(1);
            users.synchronous().get(1);
        });

        assertThat(calls).extracting(CacheCall::misses).containsExactly(1, 0);
        assertThat(users.synchronous()).isSameAs(users.synchronous());
        assertThat(users.asMap()).isSameAs(users.asMap());
    }

    @Test
    void nothingIsRecordedWithoutATrace() throws InterruptedException {
        LoadingCache<Integer, String> users = tracing.wrap(loading());
        AsyncLoadingCache<Integer, String> async =
                tracing.wrap(Caffeine.newBuilder().buildAsync(key -> "user"));
        users.get(1);
        users.getAll(List.of(1, 2));
        users.asMap().computeIfAbsent(4, key -> "four");
        async.get(1).join();

        assertThat(recorded(() -> {})).isEmpty();
        assertThat(users.asMap()).containsOnlyKeys(1, 2, 4);
    }

    @Test
    void aWrappedCacheIsNotWrappedAgain() {
        Cache<Integer, String> cache = tracing.wrap(Caffeine.newBuilder().build());
        LoadingCache<Integer, String> loading = tracing.wrap(loading());
        AsyncCache<Integer, String> async = tracing.wrap(Caffeine.newBuilder().buildAsync());
        AsyncLoadingCache<Integer, String> asyncLoading =
                tracing.wrap(Caffeine.newBuilder().buildAsync(key -> "user"));

        assertThat(tracing.wrap(cache, "users")).isSameAs(cache);
        assertThat(tracing.wrap(loading, "users")).isSameAs(loading);
        assertThat(tracing.wrap((Cache<Integer, String>) loading)).isSameAs(loading);
        assertThat(tracing.wrap(async, "users")).isSameAs(async);
        assertThat(tracing.wrap(asyncLoading)).isSameAs(asyncLoading);
    }

    @Test
    void aLoadingCacheStaysOneWhereItIsOnlyKnownAsACache() {
        Cache<Integer, String> cache = loading();
        AsyncCache<Integer, String> async = Caffeine.newBuilder().buildAsync(key -> "user");

        assertThat(tracing.wrap(cache)).isInstanceOf(LoadingCache.class);
        assertThat(tracing.wrap(async)).isInstanceOf(AsyncLoadingCache.class);
    }

    @Test
    void aMappingFunctionRunsOnceOnTheCallersThread() throws InterruptedException {
        Cache<Integer, String> users = tracing.wrap(Caffeine.newBuilder().build());
        List<Thread> threads = new ArrayList<>();

        recorded(() -> users.get(1, key -> {
            threads.add(Thread.currentThread());
            return "one";
        }));

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void anIterableOfKeysIsReadAsOftenAsTheCacheReadsIt() throws InterruptedException {
        Cache<Integer, String> users = tracing.wrap(Caffeine.newBuilder().build());
        int[] walks = new int[1];
        Iterable<Integer> keys = () -> {
            walks[0]++;
            return List.of(1, 2, 1).iterator();
        };

        List<CacheCall> calls = recorded(() -> users.getAllPresent(keys));

        assertThat(walks[0]).isEqualTo(1);
        assertThat(calls).extracting(CacheCall::misses).containsExactly(2);
    }

    @Test
    void aWrappedCacheIsSerializedAsTheOneItWraps() throws IOException, ClassNotFoundException {
        Cache<Integer, String> raw = Caffeine.newBuilder().maximumSize(5).build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(tracing.wrap(raw));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).hasSameClassAs(raw);
        }
    }

    @Test
    void eachOfManyThreadsRecordsInItsOwnTraceAlone() throws Exception {
        LoadingCache<Integer, String> users = tracing.wrap(loading());
        int threads = 16;
        CountDownLatch ready = new CountDownLatch(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<List<CacheCall>>> results = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int key = i;
            results.add(executor.submit(() -> recorded(() -> {
                ready.countDown();
                awaitAll(ready);
                for (int n = 0; n < 1_000; n++) {
                    users.get(key);
                }
            })));
        }
        for (int i = 0; i < threads; i++) {
            String key = String.valueOf(i);
            List<CacheCall> calls = results.get(i).get(30, SECONDS);
            assertThat(calls)
                    .hasSize(1_000)
                    .allSatisfy(call -> assertThat(call.key()).isEqualTo(key));
            assertThat(calls)
                    .extracting(CacheCall::misses)
                    .startsWith(1, 0)
                    .filteredOn(n -> n == 1)
                    .hasSize(1);
        }
        executor.shutdown();
    }

    @Test
    void callsAreSummedUpAlsoPastTheLimitOfARequest() throws InterruptedException {
        Cache<Integer, String> users = tracing.wrap(Caffeine.newBuilder().build());
        AsyncCache<Integer, String> async = tracing.wrap(Caffeine.newBuilder().buildAsync());
        try (RecordedRequest request = RecordedRequest.open(currentTrace, 10)) {
            for (int i = 0; i < 50; i++) {
                users.get(i % 5, key -> "user");
                async.get(i % 5, key -> "user");
            }

            assertThat(request.finish().totals().get(0).summary())
                    .startsWith("100 calls made with a 90% hit percentage (10 misses)");
        }
    }

    private List<CacheCall> recorded(Runnable body) throws InterruptedException {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            body.run();
            return request.finishedCalls(CacheCall.class);
        }
    }

    private static LoadingCache<Integer, String> loading() {
        return Caffeine.newBuilder().build(key -> "user " + key);
    }

    private static String afterMillis(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() <= end) {
            Thread.onSpinWait();
        }
        return "late";
    }

    private static void awaitAll(CountDownLatch ready) {
        try {
            assertThat(ready.await(10, SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

package io.github.devserver4j.cache.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Makes the same long sequence of random calls on a traced cache and on a raw twin: results, exceptions and statistics
 * are the same, and the hits and misses recorded are those that Caffeine itself has counted.
 */
class RawTwinTest {

    private static final int CALLS = 6_000;
    private static final Logger CAFFEINE_LOG = Logger.getLogger("com.github.benmanes.caffeine");

    /** How entries leave the cache. Evictions are at random, so that twins part. */
    enum Policy {
        UNBOUNDED,
        EXPIRING,
        EVICTING,
        WEAK_KEYS
    }

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final CaffeineTracing tracing = CaffeineTracing.create(currentTrace);
    private final Random random = new Random(42);
    private final CacheOperations operations = new CacheOperations(random);
    private final AsyncCacheOperations asyncOperations = new AsyncCacheOperations(operations);
    private long nanos;

    @BeforeAll
    static void silenceExpectedFailures() {
        CAFFEINE_LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void restoreLog() {
        CAFFEINE_LOG.setLevel(null);
    }

    @ParameterizedTest
    @EnumSource
    void aCacheIsItsTwin(Policy policy) throws InterruptedException {
        Cache<Integer, String> raw = builder(policy).build();
        Cache<Integer, String> traced = tracing.wrap(builder(policy).build());

        RecordedRequest request = RecordedRequest.open(currentTrace);
        for (int i = 0; i < CALLS; i++) {
            compare(policy, operations.ofCache(), traced, raw);
        }
        compareStatistics(policy, request, traced.stats(), raw.stats());
    }

    @ParameterizedTest
    @EnumSource
    void aLoadingCacheIsItsTwin(Policy policy) throws InterruptedException {
        LoadingCache<Integer, String> raw = builder(policy).build(new BulkLoader());
        LoadingCache<Integer, String> traced = tracing.wrap(builder(policy).build(new BulkLoader()));

        RecordedRequest request = RecordedRequest.open(currentTrace);
        for (int i = 0; i < CALLS; i++) {
            callLoading(policy, traced, raw, true);
        }
        compareStatistics(policy, request, traced.stats(), raw.stats());
    }

    /** Caffeine counts too few misses where a load fails after one that gave nothing, so each of these loads gives a value. */
    @ParameterizedTest
    @EnumSource
    void aLoadingCacheWithoutLoadAllIsItsTwin(Policy policy) throws InterruptedException {
        CacheLoader<Integer, String> loader = RawTwinTest::loadOrFail;
        LoadingCache<Integer, String> raw = builder(policy).build(loader);
        LoadingCache<Integer, String> traced = tracing.wrap(builder(policy).build(loader));

        RecordedRequest request = RecordedRequest.open(currentTrace);
        for (int i = 0; i < CALLS; i++) { // the loads of one getAll may evict keys of that call: a known limit
            callLoading(policy, traced, raw, policy != Policy.EVICTING);
        }
        compareStatistics(policy, request, traced.stats(), raw.stats());
    }

    @ParameterizedTest
    @EnumSource(names = "WEAK_KEYS", mode = EnumSource.Mode.EXCLUDE)
    void anAsyncCacheIsItsTwin(Policy policy) throws InterruptedException {
        AsyncCache<Integer, String> raw = builder(policy).buildAsync();
        AsyncCache<Integer, String> traced = tracing.wrap(builder(policy).buildAsync());

        RecordedRequest request = RecordedRequest.open(currentTrace);
        for (int i = 0; i < CALLS; i++) {
            callAsync(policy, traced, raw);
        }
        asyncOperations.completePending();
        compareStatistics(
                policy, request, traced.synchronous().stats(), raw.synchronous().stats());
    }

    @ParameterizedTest
    @EnumSource(names = "WEAK_KEYS", mode = EnumSource.Mode.EXCLUDE)
    void anAsyncLoadingCacheIsItsTwin(Policy policy) throws InterruptedException {
        compareAsyncLoading(policy, new BulkLoader());
    }

    @ParameterizedTest
    @EnumSource(names = "WEAK_KEYS", mode = EnumSource.Mode.EXCLUDE)
    void anAsyncLoadingCacheWithoutLoadAllIsItsTwin(Policy policy) throws InterruptedException {
        compareAsyncLoading(policy, RawTwinTest::loadNothingOrFail);
    }

    private void compareAsyncLoading(Policy policy, CacheLoader<Integer, String> loader) throws InterruptedException {
        AsyncLoadingCache<Integer, String> raw = builder(policy).buildAsync(loader);
        AsyncLoadingCache<Integer, String> traced = tracing.wrap(builder(policy).buildAsync(loader));

        RecordedRequest request = RecordedRequest.open(currentTrace);
        for (int i = 0; i < CALLS; i++) {
            if (random.nextBoolean()) {
                compare(policy, asyncOperations.ofLoadingCache(), traced, raw);
            } else if (random.nextBoolean()) {
                compare(policy, operations.ofLoadingCache(true), traced.synchronous(), raw.synchronous());
            } else {
                callAsync(policy, traced, raw);
            }
        }
        asyncOperations.completePending();
        compareStatistics(
                policy, request, traced.synchronous().stats(), raw.synchronous().stats());
    }

    private void callLoading(
            Policy policy, LoadingCache<Integer, String> traced, LoadingCache<Integer, String> raw, boolean bulk) {
        if (random.nextBoolean()) {
            compare(policy, operations.ofLoadingCache(bulk), traced, raw);
        } else {
            compare(policy, operations.ofCache(), traced, raw);
        }
    }

    private void callAsync(Policy policy, AsyncCache<Integer, String> traced, AsyncCache<Integer, String> raw) {
        if (random.nextInt(50) == 0) {
            asyncOperations.completePending();
        } else if (random.nextBoolean()) {
            compare(policy, asyncOperations.ofCache(), traced, raw);
        } else {
            compare(policy, operations.ofCache(), traced.synchronous(), raw.synchronous());
        }
    }

    private <C> void compare(Policy policy, Operation<? super C> operation, C traced, C raw) {
        nanos += random.nextInt(1_000);
        String outcome = outcome(operation, traced);
        String expected = outcome(operation, raw);
        if (policy != Policy.EVICTING) {
            assertThat(outcome).isEqualTo(expected);
        }
    }

    private static <C> String outcome(Operation<C> operation, C cache) {
        return operation.outcome(cache);
    }

    private static void compareStatistics(Policy policy, RecordedRequest request, CacheStats traced, CacheStats raw)
            throws InterruptedException {
        List<CacheCall> calls = request.finishedCalls(CacheCall.class);
        request.close();

        assertThat(traced.hitCount()).isGreaterThan(100);
        assertThat(traced.missCount()).isGreaterThan(100);
        assertThat(calls.stream().mapToLong(CacheCall::hits).sum()).isEqualTo(traced.hitCount());
        assertThat(calls.stream().mapToLong(CacheCall::misses).sum()).isEqualTo(traced.missCount());
        if (policy != Policy.EVICTING) {
            assertThat(withoutTime(traced)).isEqualTo(withoutTime(raw));
        }
    }

    private static CacheStats withoutTime(CacheStats stats) {
        return CacheStats.of(
                stats.hitCount(),
                stats.missCount(),
                stats.loadSuccessCount(),
                stats.loadFailureCount(),
                0,
                stats.evictionCount(),
                stats.evictionWeight());
    }

    private Caffeine<Object, Object> builder(Policy policy) {
        Caffeine<Object, Object> builder =
                Caffeine.newBuilder().recordStats().executor(Runnable::run).ticker(() -> nanos);
        return switch (policy) {
            case UNBOUNDED -> builder;
            case EXPIRING ->
                builder.expireAfterAccess(Duration.ofNanos(20_000)).expireAfterWrite(Duration.ofNanos(50_000));
            case EVICTING -> builder.maximumSize(15);
            case WEAK_KEYS -> builder.weakKeys();
        };
    }

    private static String loadOrFail(Integer key) {
        if (key % 11 == 0) {
            throw new IllegalStateException("loading " + key);
        }
        return "loader" + key;
    }

    @SuppressWarnings("NullAway") // a loader may give nothing
    private static String loadNothingOrFail(Integer key) {
        return key % 7 == 0 ? null : loadOrFail(key);
    }

    private static final class BulkLoader implements CacheLoader<Integer, String> {
        @Override
        public String load(Integer key) {
            return loadNothingOrFail(key);
        }

        @Override
        public Map<Integer, String> loadAll(Set<? extends Integer> keys) {
            if (keys.contains(1)) {
                throw new IllegalStateException("loading all " + keys);
            }
            return AsyncCacheOperations.allOf(keys);
        }
    }
}

package io.github.devserver4j.cache.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CacheWriterException;
import javax.cache.management.CacheStatisticsMXBean;
import javax.management.JMException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Makes the same long sequence of random calls on a traced cache and on a raw twin: results, exceptions and statistics
 * are the same, what goes to loaders and writers is the same, and the hits and misses recorded are those that the provider
 * itself has counted.
 */
class RawTwinTest {

    private static final int CALLS = 5_000;

    private final ClassLoader loader = Provider.newLoader();
    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final JCacheTracing tracing = JCacheTracing.create(currentTrace);

    @ParameterizedTest
    @CsvSource({
        "EHCACHE, false, false",
        "EHCACHE, true, false",
        "EHCACHE, false, true",
        "CAFFEINE, false, false",
        "CAFFEINE, true, false",
        "CAFFEINE, false, true"
    })
    void aCacheIsItsTwin(Provider provider, boolean through, boolean expiring) throws Exception {
        Store tracedStore = new Store();
        Store rawStore = new Store();
        try (CacheManager manager = provider.newManager(loader);
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            CacheManager traces = tracing.wrap(manager);
            Cache<Integer, String> traced = traces.createCache("traced", configuration(through, expiring, tracedStore));
            Cache<Integer, String> raw = manager.createCache("raw", configuration(through, expiring, rawStore));
            CacheStatisticsMXBean tracedStatistics = Provider.statistics(manager, "traced");
            CacheStatisticsMXBean rawStatistics = Provider.statistics(manager, "raw");

            CacheOperations operations = new CacheOperations(new Random(42));
            for (int i = 0; i < CALLS; i++) {
                compare(operations.next(), traced, raw, tracedStatistics, rawStatistics);
            }

            assertThat(tracedStore.calls).isEqualTo(rawStore.calls);
            compareStatistics(request, tracedStatistics, rawStatistics);
        }
    }

    private static void compare(
            CacheOperations.Operation operation,
            Cache<Integer, String> traced,
            Cache<Integer, String> raw,
            CacheStatisticsMXBean tracedStatistics,
            CacheStatisticsMXBean rawStatistics) {
        assertThat(operation.outcome(traced)).isEqualTo(operation.outcome(raw));
        assertThat(List.of(tracedStatistics.getCacheHits(), tracedStatistics.getCacheMisses()))
                .as(operation.name())
                .isEqualTo(List.of(rawStatistics.getCacheHits(), rawStatistics.getCacheMisses()));
    }

    private static void compareStatistics(
            RecordedRequest request, CacheStatisticsMXBean traced, CacheStatisticsMXBean raw)
            throws InterruptedException, JMException {
        List<CacheCall> calls = request.finishedCalls(CacheCall.class);

        assertThat(traced.getCacheHits()).isGreaterThan(100);
        assertThat(traced.getCacheMisses()).isGreaterThan(100);
        assertThat(calls.stream().mapToLong(CacheCall::hits).sum()).isEqualTo(traced.getCacheHits());
        assertThat(calls.stream().mapToLong(CacheCall::misses).sum()).isEqualTo(traced.getCacheMisses());
        assertThat(traced.getCachePuts()).isEqualTo(raw.getCachePuts());
        assertThat(traced.getCacheRemovals()).isEqualTo(raw.getCacheRemovals());
    }

    private static MutableConfiguration<Integer, String> configuration(boolean through, boolean expiring, Store store) {
        MutableConfiguration<Integer, String> configuration =
                new MutableConfiguration<Integer, String>().setTypes(Integer.class, String.class);
        if (through) {
            configuration
                    .setReadThrough(true)
                    .setWriteThrough(true)
                    .setCacheLoaderFactory(() -> store)
                    .setCacheWriterFactory(() -> store);
        }
        if (expiring) {
            configuration.setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(new Duration(TimeUnit.DAYS, 1)));
        }
        return configuration;
    }

    /** What is behind a cache: gives nothing for some keys, and fails for others. */
    private static final class Store implements CacheLoader<Integer, String>, CacheWriter<Integer, String> {

        private final Map<String, Integer> calls = new HashMap<>();

        @Override
        public @Nullable String load(Integer key) {
            note("load " + key);
            if (key % 11 == 0) {
                throw new CacheLoaderException("loading " + key);
            }
            return key % 3 == 0 ? null : "loaded";
        }

        @Override
        public Map<Integer, String> loadAll(Iterable<? extends Integer> keys) {
            Map<Integer, String> loaded = new HashMap<>();
            for (Integer key : keys) {
                String value = load(key);
                if (value != null) {
                    loaded.put(key, value);
                }
            }
            return loaded;
        }

        @Override
        public void write(Cache.Entry<? extends Integer, ? extends String> entry) {
            note("write " + entry.getKey() + entry.getValue());
            if (entry.getKey() % 13 == 0) {
                throw new CacheWriterException("writing " + entry.getKey());
            }
        }

        @Override
        public void writeAll(Collection<Cache.Entry<? extends Integer, ? extends String>> entries) {
            entries.forEach(this::write);
            entries.clear();
        }

        @Override
        public void delete(Object key) {
            note("delete " + key);
        }

        @Override
        public void deleteAll(Collection<?> keys) {
            keys.forEach(this::delete);
            keys.clear();
        }

        private synchronized void note(String call) {
            calls.merge(call, 1, Integer::sum);
        }
    }
}

package io.github.devserver4j.benchmarks;

import io.github.devserver4j.cache.jcache.JCacheTracing;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A JCache hit in Caffeine by reference: bare and traced, in a request of twenty hits and outside of any. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class JCacheBenchmark {

    private static final int CALLS = 20;

    private final Requests requests = new Requests(true);
    private final String[] keys = new String[CALLS];
    private Cache<String, Integer> bare;
    private Cache<String, Integer> traced;

    /** Fills a cache. */
    @Setup
    public void fill() {
        bare = Caching.getCachingProvider()
                .getCacheManager()
                .createCache("items", new MutableConfiguration<String, Integer>().setStoreByValue(false));
        traced = JCacheTracing.create(requests.currentTrace()).wrap(bare);
        for (int i = 0; i < CALLS; i++) {
            keys[i] = "key " + i;
            bare.put(keys[i], i);
        }
    }

    /** Lets the cache go. */
    @TearDown
    public void close() {
        Caching.getCachingProvider().close();
    }

    /** Without a wrapper, in a request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void bareInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            hit(bare, blackhole);
        }
    }

    /** Through the wrapper, in a request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void tracedInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            hit(traced, blackhole);
        }
    }

    /** Misses through the wrapper, in a request: their call sites are sampled. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void tracedMissesInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            for (int i = 0; i < CALLS; i++) {
                blackhole.consume(traced.get("missing"));
            }
        }
    }

    /** Without a wrapper, outside of any request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void bareOutside(Blackhole blackhole) {
        hit(bare, blackhole);
    }

    /** Through the wrapper, outside of any request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void tracedOutside(Blackhole blackhole) {
        hit(traced, blackhole);
    }

    private void hit(Cache<String, Integer> cache, Blackhole blackhole) {
        for (String key : keys) {
            blackhole.consume(cache.get(key));
        }
    }
}

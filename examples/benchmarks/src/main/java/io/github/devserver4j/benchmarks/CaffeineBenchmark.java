package io.github.devserver4j.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.devserver4j.cache.caffeine.CaffeineTracing;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A Caffeine hit: bare, recorded in a request of twenty hits, and through the wrapper outside of any request. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class CaffeineBenchmark {

    private static final int HITS = 20;

    private final Requests requests = new Requests(true);
    private final String[] keys = new String[HITS];
    private Cache<String, Integer> bare;
    private Cache<String, Integer> traced;

    /** Fills a bounded cache. */
    @Setup
    public void fill() {
        bare = Caffeine.newBuilder().maximumSize(1_000).build();
        traced = CaffeineTracing.create(requests.currentTrace()).wrap(bare, "items");
        for (int i = 0; i < HITS; i++) {
            keys[i] = "key " + i;
            bare.put(keys[i], i);
        }
    }

    /** Without a wrapper, in a request. */
    @Benchmark
    @OperationsPerInvocation(HITS)
    public void bareInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            hit(bare, blackhole);
        }
    }

    /** Through the wrapper, in a request. */
    @Benchmark
    @OperationsPerInvocation(HITS)
    public void tracedInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            hit(traced, blackhole);
        }
    }

    /** Without a wrapper, outside of any request. */
    @Benchmark
    @OperationsPerInvocation(HITS)
    public void bareOutside(Blackhole blackhole) {
        hit(bare, blackhole);
    }

    /** Through the wrapper, outside of any request. */
    @Benchmark
    @OperationsPerInvocation(HITS)
    public void tracedOutside(Blackhole blackhole) {
        hit(traced, blackhole);
    }

    private void hit(Cache<String, Integer> cache, Blackhole blackhole) {
        for (String key : keys) {
            blackhole.consume(cache.getIfPresent(key));
        }
    }
}

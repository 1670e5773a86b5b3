package io.github.devserver4j.benchmarks;

import io.github.devserver4j.cache.memcached.spy.SpyMemcachedTracing;
import io.github.devserver4j.cache.memcached.xmemcached.XMemcachedTracing;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import net.rubyeye.xmemcached.MemcachedClient;
import net.spy.memcached.DefaultConnectionFactory;
import net.spy.memcached.OperationFactory;
import net.spy.memcached.ops.GetOperation;
import net.spy.memcached.ops.OperationStatus;
import net.spy.memcached.ops.StatusCode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What recording adds to a memcached read, with no network in between: spymemcached's operation is made and answered at
 * once, XMemcached's client is one that gives a constant. Bare and traced, in a request of twenty reads and outside of any.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class MemcachedBenchmark {

    private static final int CALLS = 20;
    private static final byte[] DATA = {1, 2, 3};
    private static final OperationStatus FOUND = new OperationStatus(true, "END", StatusCode.SUCCESS);

    private final Requests requests = new Requests(true);
    private final OperationFactory spy = new DefaultConnectionFactory().getOperationFactory();
    private final OperationFactory tracedSpy = SpyMemcachedTracing.create(requests.currentTrace())
            .wrap(new DefaultConnectionFactory())
            .getOperationFactory();
    private final MemcachedClient x = constant();
    private final MemcachedClient tracedX =
            XMemcachedTracing.create(requests.currentTrace()).wrap(x);

    /** spymemcached without a wrapper, in a request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void bareSpyInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            read(spy, blackhole);
        }
    }

    /** spymemcached through the wrapper, in a request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void tracedSpyInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            read(tracedSpy, blackhole);
        }
    }

    /** spymemcached without a wrapper, outside of any request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void bareSpyOutside(Blackhole blackhole) {
        read(spy, blackhole);
    }

    /** spymemcached through the wrapper, outside of any request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void tracedSpyOutside(Blackhole blackhole) {
        read(tracedSpy, blackhole);
    }

    /** XMemcached without a wrapper, in a request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void bareXInRequest(Blackhole blackhole) throws Exception {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            read(x, blackhole);
        }
    }

    /** XMemcached through the wrapper, in a request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void tracedXInRequest(Blackhole blackhole) throws Exception {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            read(tracedX, blackhole);
        }
    }

    /** XMemcached without a wrapper, outside of any request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void bareXOutside(Blackhole blackhole) throws Exception {
        read(x, blackhole);
    }

    /** XMemcached through the wrapper, outside of any request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void tracedXOutside(Blackhole blackhole) throws Exception {
        read(tracedX, blackhole);
    }

    private static void read(OperationFactory operations, Blackhole blackhole) {
        for (int i = 0; i < CALLS; i++) {
            GetOperation operation = operations.get("users:1", new Answer(blackhole));
            GetOperation.Callback answered = (GetOperation.Callback) operation.getCallback();
            answered.gotData("users:1", 0, DATA);
            answered.receivedStatus(FOUND);
            answered.complete();
        }
    }

    private static void read(MemcachedClient client, Blackhole blackhole) throws Exception {
        for (int i = 0; i < CALLS; i++) {
            blackhole.consume(client.<Object>get("users:1"));
        }
    }

    private static MemcachedClient constant() {
        return (MemcachedClient) Proxy.newProxyInstance(
                MemcachedBenchmark.class.getClassLoader(),
                new Class<?>[] {MemcachedClient.class},
                (proxy, method, arguments) -> "value");
    }

    private record Answer(Blackhole blackhole) implements GetOperation.Callback {
        @Override
        public void gotData(String key, int flags, byte[] data) {
            blackhole.consume(data);
        }

        @Override
        public void receivedStatus(OperationStatus status) {
            blackhole.consume(status);
        }

        @Override
        public void complete() {}
    }
}

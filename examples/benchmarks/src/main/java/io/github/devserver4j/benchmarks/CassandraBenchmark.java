package io.github.devserver4j.benchmarks;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.ExecutionInfo;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.github.devserver4j.cassandra.CassandraTracing;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A Cassandra query that is answered at once: bare, recorded in a request of twenty queries, and through the wrapper
 * outside of any request. No driver and no network is part of it, so that the difference is the wrapper's cost alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class CassandraBenchmark {

    private static final int QUERIES = 20;

    /** Whether calls are told with their place in the code, which the recorder looks up for some of them. */
    @Param({"true", "false"})
    public boolean callSites;

    private Requests requests;
    private final Statement<?>[] statements = new Statement<?>[QUERIES];
    private CqlSession bare;
    private CqlSession traced;

    /** Answers every query with the same empty page. */
    @Setup
    public void answer() {
        requests = new Requests(callSites);
        ColumnDefinitions columns = stub(ColumnDefinitions.class, (proxy, method, arguments) -> 0);
        ExecutionInfo info = stub(ExecutionInfo.class, (proxy, method, arguments) -> null);
        ResultSet page = stub(ResultSet.class, (proxy, method, arguments) -> answer(method, columns, info));
        AsyncResultSet laterPage =
                stub(AsyncResultSet.class, (proxy, method, arguments) -> answer(method, columns, info));
        CompletionStage<AsyncResultSet> later = CompletableFuture.completedFuture(laterPage);
        bare = stub(
                CqlSession.class, (proxy, method, arguments) -> method.getName().equals("execute") ? page : later);
        traced = CassandraTracing.create(requests.currentTrace()).wrap(bare);
        for (int i = 0; i < QUERIES; i++) {
            statements[i] = SimpleStatement.newInstance("SELECT * FROM users WHERE id = ?", i);
        }
    }

    private static Object answer(Method method, ColumnDefinitions columns, ExecutionInfo info) {
        return switch (method.getName()) {
            case "getColumnDefinitions" -> columns;
            case "getExecutionInfo" -> info;
            case "isFullyFetched" -> true;
            case "hasMorePages" -> false;
            default -> 0;
        };
    }

    private static <T> T stub(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Without a wrapper, in a request. */
    @Benchmark
    @OperationsPerInvocation(QUERIES)
    public void bareInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            query(bare, blackhole);
        }
    }

    /** Through the wrapper, in a request. */
    @Benchmark
    @OperationsPerInvocation(QUERIES)
    public void tracedInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            query(traced, blackhole);
        }
    }

    /** Without a wrapper, in a request, with a stage for the answer. */
    @Benchmark
    @OperationsPerInvocation(QUERIES)
    public void bareLaterInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            queryLater(bare, blackhole);
        }
    }

    /** Through the wrapper, in a request, with a stage for the answer. */
    @Benchmark
    @OperationsPerInvocation(QUERIES)
    public void tracedLaterInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            queryLater(traced, blackhole);
        }
    }

    /** Without a wrapper, outside of any request. */
    @Benchmark
    @OperationsPerInvocation(QUERIES)
    public void bareOutside(Blackhole blackhole) {
        query(bare, blackhole);
    }

    /** Through the wrapper, outside of any request. */
    @Benchmark
    @OperationsPerInvocation(QUERIES)
    public void tracedOutside(Blackhole blackhole) {
        query(traced, blackhole);
    }

    private void query(CqlSession session, Blackhole blackhole) {
        for (Statement<?> statement : statements) {
            blackhole.consume(session.execute(statement));
        }
    }

    private void queryLater(CqlSession session, Blackhole blackhole) {
        for (Statement<?> statement : statements) {
            blackhole.consume(session.executeAsync(statement));
        }
    }
}

package io.github.devserver4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The application's future ends as the driver's does, whatever becomes of the recording. */
class TracedStageTest {

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final CompletableFuture<AsyncResultSet> driver = new CompletableFuture<>();

    @Test
    void aFaultOfOursLeavesTheApplicationTheDriversResult() throws Exception {
        AsyncResultSet page = stub(AsyncResultSet.class);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            CompletionStage<AsyncResultSet> stage = TracedStage.of(driver, begun(), TracedStageTest::fails);
            driver.complete(page);

            assertThat(stage.toCompletableFuture().join()).isSameAs(page);
            assertThat(request.finishedCalls(CassandraCall.class))
                    .singleElement()
                    .satisfies(call -> assertThat(call.timing().ended()).isTrue());
        }
    }

    @Test
    void aFaultOfOursLeavesTheApplicationTheDriversException() {
        Exception refused = new Exception("refused");
        CompletionStage<AsyncResultSet> stage = TracedStage.follow(driver, UnaryOperator.identity(), thrown -> {
            throw new NoSuchMethodError("an older driver");
        });
        driver.completeExceptionally(refused);

        assertThat(stage.toCompletableFuture().isCompletedExceptionally()).isTrue();
        assertThat(stage.toCompletableFuture().handle((result, thrown) -> thrown))
                .isCompletedWithValue(refused);
    }

    private CassandraExchange begun() {
        CassandraExchange call = CassandraCalls.of(currentTrace, stub(CqlSession.class))
                .exchange(Objects.requireNonNull(currentTrace.get()), CqlRequest.of("SELECT 1", null));
        call.begin();
        return call;
    }

    private static AsyncResultSet fails(AsyncResultSet result) {
        throw new NoSuchMethodError("an older driver");
    }

    private static <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                TracedStageTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("toString") ? "stub" : null));
    }
}

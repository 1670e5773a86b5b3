package io.github.devserver4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.datastax.dse.driver.api.core.cql.reactive.ReactiveResultSet;
import com.datastax.dse.driver.api.core.graph.GraphStatement;
import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.session.Request;
import com.datastax.oss.driver.api.core.type.reflect.GenericType;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks over every method of a session and of its results, whatever version of the driver is on the class path: each
 * reaches the driver's with its arguments, and comes back with its result or its very exception.
 */
class EveryMethodTest {

    private static final Map<Class<?>, Object> SAMPLES = new HashMap<>(Map.of(
            String.class,
            "SELECT 1",
            Object[].class,
            new Object[] {1},
            Map.class,
            Map.of("a", 1),
            boolean.class,
            true,
            Boolean.class,
            true,
            int.class,
            7,
            Optional.class,
            Optional.empty(),
            CompletionStage.class,
            new CompletableFuture<>(),
            SimpleStatement.class,
            SimpleStatement.newInstance("SELECT 1"),
            GenericType.class,
            Statement.SYNC));

    static {
        SAMPLES.put(Statement.class, SAMPLES.get(SimpleStatement.class));
        SAMPLES.put(Request.class, SAMPLES.get(SimpleStatement.class));
        SAMPLES.put(CqlIdentifier.class, CqlIdentifier.fromInternal("n"));
        SAMPLES.put(List.class, List.of());
        SAMPLES.put(Iterable.class, List.of());
        SAMPLES.put(Object.class, stub(ResultSet.class, EveryMethodTest::sampleOf)); // of execute(Request, GenericType)
    }

    /** What they do, they do by methods of the interface that are ours. */
    private static final Set<String> BY_OTHERS =
            Set.of("one", "all", "map", "spliterator", "iterator", "forEach", "fetchNextPage");

    /** Nothing is recorded of them: they ask no server for data, or in another language. */
    private static final Set<String> NOT_QUERIES = Set.of(
            "getName",
            "getMetadata",
            "isSchemaMetadataEnabled",
            "setSchemaMetadataEnabled",
            "refreshSchemaAsync",
            "refreshSchema",
            "checkSchemaAgreementAsync",
            "checkSchemaAgreement",
            "getContext",
            "getKeyspace",
            "getMetrics",
            "closeFuture",
            "isClosed",
            "closeAsync",
            "forceCloseAsync",
            "close");

    private final CurrentTrace currentTrace = CurrentTrace.create();

    static Stream<Arguments> methods() {
        return Stream.of(CqlSession.class, ResultSet.class, AsyncResultSet.class, ReactiveResultSet.class)
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                        .filter(method -> type == CqlSession.class || !BY_OTHERS.contains(method.getName()))
                        .filter(method -> !method.getName().equals("subscribe"))
                        .map(method -> argumentSet(type.getSimpleName() + ": " + method, type, method)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void itReachesTheDriversAndReturnsItsResult(Class<?> type, Method method) throws Throwable {
        Reached untraced = new Reached(method, null);
        Object expected = invoke(method, traced(type, untraced));
        assertThat(untraced.count).isEqualTo(1);
        assertThat(untraced.arguments).containsExactly(arguments(method));
        Object sample = method.getReturnType() == void.class ? null : sample(method.getReturnType());
        assertThat(expected).isEqualTo(sample);

        Reached reached = new Reached(method, null);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Object result = invoke(method, traced(type, reached));
            assertThat(reached.count).isEqualTo(1);
            assertThat(reached.arguments).containsExactly(arguments(method));
            boolean replaced = sample instanceof CompletionStage || sample instanceof ReactiveResultSet;
            if (replaced && isQuery(type, method)) {
                assertThat(method.getReturnType().isInstance(result)).isTrue();
            } else {
                assertThat(result).isEqualTo(sample);
            }
            boolean later = ReactiveResultSet.class.isAssignableFrom(method.getReturnType());
            assertThat(request.finish().calls()).hasSize(isQuery(type, method) && !later ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void itPassesOnTheExceptionItself(Class<?> type, Method method) throws Throwable {
        Error failure = new AssertionError("the driver's own");

        assertThatThrownBy(() -> invoke(method, traced(type, new Reached(method, failure))))
                .isSameAs(failure);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThatThrownBy(() -> invoke(method, traced(type, new Reached(method, failure))))
                    .isSameAs(failure);
        }
    }

    private static boolean isQuery(Class<?> type, Method method) {
        boolean graph = Arrays.stream(method.getParameterTypes()).anyMatch(GraphStatement.class::equals);
        return type == CqlSession.class && !graph && !NOT_QUERIES.contains(method.getName());
    }

    private static final class Reached implements InvocationHandler {
        private final Method method;
        private final @Nullable Throwable failure;
        private Object[] arguments = {};
        private int count;

        Reached(Method method, @Nullable Throwable failure) {
            this.method = method;
            this.failure = failure;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method called, Object @Nullable [] given) throws Throwable {
            boolean same = called.getName().equals(method.getName())
                    && Arrays.equals(called.getParameterTypes(), method.getParameterTypes());
            if (same) {
                count++;
                arguments = given == null ? new Object[0] : given;
                if (failure != null) {
                    throw failure;
                }
            }
            return sampleOf(proxy, called, given);
        }
    }

    private Object traced(Class<?> type, InvocationHandler handler) {
        Object raw = stub(type, handler);
        if (raw instanceof CqlSession session) {
            return CassandraTracing.create(currentTrace).wrap(session);
        }
        CqlSession session = (CqlSession) stub(CqlSession.class, EveryMethodTest::sampleOf);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            CassandraExchange call = CassandraCalls.of(currentTrace, session)
                    .exchange(Objects.requireNonNull(currentTrace.get()), CqlRequest.of("SELECT 1", null));
            if (raw instanceof ResultSet result) {
                return new TracedResultSet(result, call);
            }
            return raw instanceof AsyncResultSet page
                    ? new TracedAsyncResultSet(page, call)
                    : TracedReactiveResultSet.of((ReactiveResultSet) raw, call);
        }
    }

    private static Object stub(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(EveryMethodTest.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static @Nullable Object invoke(Method method, Object target) throws Throwable {
        try {
            return method.invoke(target, arguments(method));
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private static Object[] arguments(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(EveryMethodTest::sample)
                .toArray();
    }

    @SuppressWarnings("ReferenceEquality") // stubs are equal to themselves alone
    private static @Nullable Object sampleOf(Object proxy, Method called, Object @Nullable [] given) {
        return switch (called.getName()) {
            case "equals" -> proxy == Objects.requireNonNull(given)[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "a stub";
            default -> called.getReturnType() == void.class ? null : sample(called.getReturnType());
        };
    }

    /** One object for each type; interfaces have one that answers with others. */
    private static synchronized @Nullable Object sample(Class<?> type) {
        Object known = SAMPLES.get(type);
        if (known == null && type.isInterface()) {
            known = stub(type, EveryMethodTest::sampleOf);
            SAMPLES.put(type, known);
        }
        return known;
    }
}

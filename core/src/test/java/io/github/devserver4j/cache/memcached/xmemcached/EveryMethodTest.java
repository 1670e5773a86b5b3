package io.github.devserver4j.cache.memcached.xmemcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import net.rubyeye.xmemcached.CASOperation;
import net.rubyeye.xmemcached.GetsResponse;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.transcoders.SerializingTranscoder;
import net.rubyeye.xmemcached.transcoders.Transcoder;
import net.rubyeye.xmemcached.utils.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks over every method of the client's interface, whatever version of it is on the class path: each reaches the wrapped
 * client with its arguments, comes back with its result or its very exception, and is recorded if it is a call of the cache.
 */
class EveryMethodTest {

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(String.class, "key"),
            Map.entry(Object.class, "value"),
            Map.entry(Collection.class, List.of("key")),
            Map.entry(List.class, List.of("value")),
            Map.entry(Map.class, Map.of("key", "value")),
            Map.entry(Queue.class, new ArrayDeque<>()),
            Map.entry(Transcoder.class, new SerializingTranscoder()),
            Map.entry(InetSocketAddress.class, new InetSocketAddress(0)),
            Map.entry(Protocol.class, Protocol.Text),
            Map.entry(GetsResponse.class, new GetsResponse<>(7, "value")),
            Map.entry(CASOperation.class, new Replacement()),
            Map.entry(boolean.class, true),
            Map.entry(int.class, 7),
            Map.entry(long.class, 8L));

    /** What is about the client, its connections and its settings. */
    private static final Set<String> NOT_OF_THE_CACHE = Set.of(
            "beginWithNamespace", "endWithNamespace", "shutdown", "getKeyIterator", "withNamespace", "getCounter");

    private static final Set<String> OF_THE_CACHE = Set.of("getStats", "getStatsByItem", "getVersions");

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final XMemcachedTracing tracing = XMemcachedTracing.create(currentTrace);

    static Stream<Arguments> methods() {
        return Arrays.stream(MemcachedClient.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(method -> argumentSet(method.toString(), method));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void itReachesTheClientAndReturnsItsResult(Method method) throws Throwable {
        if (isWrapping(method)) {
            return; // they are made of other methods
        }
        Reached untraced = new Reached(method, null);
        Reached reached = new Reached(method, null);

        Object expected = invoke(method, traced(untraced));
        Object result;
        List<CacheCall> calls;
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            result = invoke(method, traced(reached));
            calls = request.finishedCalls(CacheCall.class);
        }

        assertThat(untraced.count).isEqualTo(1);
        assertThat(reached.count).isEqualTo(1);
        assertThat(untraced.arguments).isEqualTo(arguments(method));
        assertThat(reached.arguments).isEqualTo(arguments(method)); // a transcoder equals the one that it counts for
        assertThat(result).isEqualTo(expected).isEqualTo(sample(method.getReturnType()));
        assertThat(calls).hasSize(isOfTheCache(method) ? 1 : 0);
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.method()).isEqualTo(method.getName());
            assertThat(call.error()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("methods")
    void itPassesOnTheExceptionItself(Method method) throws InterruptedException {
        if (isWrapping(method)) {
            return;
        }
        boolean mayTimeOut = Arrays.asList(method.getExceptionTypes()).contains(TimeoutException.class);
        Throwable failure = mayTimeOut ? new TimeoutException("no answer") : new IllegalStateException("no answer");

        assertThatThrownBy(() -> invoke(method, traced(new Reached(method, failure))))
                .isSameAs(failure);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThatThrownBy(() -> invoke(method, traced(new Reached(method, failure))))
                    .isSameAs(failure);
            assertThat(request.finishedCalls(CacheCall.class))
                    .hasSize(isOfTheCache(method) ? 1 : 0)
                    .allSatisfy(call -> assertThat(call.error()).endsWith("no answer"));
        }
    }

    private static boolean isWrapping(Method method) {
        return List.of("getCounter", "withNamespace").contains(method.getName());
    }

    private static boolean isOfTheCache(Method method) {
        boolean answers = Arrays.asList(method.getExceptionTypes()).contains(InterruptedException.class);
        String name = method.getName();
        return OF_THE_CACHE.contains(name)
                || (answers && !NOT_OF_THE_CACHE.contains(name) && !name.startsWith("setLogging"));
    }

    /** Counts the calls of one method and notes its arguments. */
    private static final class Reached implements InvocationHandler {
        private final Method method;
        private final @Nullable Throwable failure;
        private List<Object> arguments = List.of();
        private int count;

        Reached(Method method, @Nullable Throwable failure) {
            this.method = method;
            this.failure = failure;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method called, Object @Nullable [] given) throws Throwable {
            if (called.equals(method)) {
                count++;
                arguments = given == null
                        ? List.of()
                        : Arrays.stream(given).map(Reached::comparable).toList();
                if (failure != null) {
                    throw failure;
                }
            }
            return sample(called.getReturnType());
        }

        /** A transcoder's own {@code equals} knows nothing of the one that counts for it. */
        private static Object comparable(Object argument) {
            Object transcoder = Objects.requireNonNull(SAMPLES.get(Transcoder.class));
            return argument instanceof SizedTranscoder<?> sized && sized.equals(transcoder) ? transcoder : argument;
        }
    }

    private MemcachedClient traced(InvocationHandler handler) {
        return tracing.wrap((MemcachedClient)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {MemcachedClient.class}, handler));
    }

    private static @Nullable Object invoke(Method method, Object target) throws Throwable {
        try {
            return method.invoke(target, arguments(method).toArray());
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private static List<@Nullable Object> arguments(Method method) {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            arguments.add(sample(type));
        }
        return arguments;
    }

    private static @Nullable Object sample(Class<?> type) {
        Object known = SAMPLES.get(type);
        if (known != null || !type.isInterface()) {
            return known;
        }
        return Proxy.newProxyInstance(
                EveryMethodTest.class.getClassLoader(), new Class<?>[] {type}, new SameForType(type));
    }

    /** Equals every other one of its type. */
    private record SameForType(Class<?> type) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method called, Object @Nullable [] given) {
            return switch (called.getName()) {
                case "equals" -> given != null && type.isInstance(given[0]);
                case "hashCode" -> type.hashCode();
                case "toString" -> type.getName();
                default -> null;
            };
        }
    }

    private static final class Replacement implements CASOperation<Object> {
        @Override
        public int getMaxTries() {
            return 1;
        }

        @Override
        public Object getNewValue(long currentCas, Object currentValue) {
            return "value";
        }
    }
}

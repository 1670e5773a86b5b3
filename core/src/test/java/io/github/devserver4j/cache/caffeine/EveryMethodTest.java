package io.github.devserver4j.cache.caffeine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.github.devserver4j.cache.CacheCalls;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks over every method that the wrapped interfaces have, whatever version of them is on the class path: each
 * reaches the wrapped object with its arguments, and comes back with its result or its very exception.
 */
class EveryMethodTest {

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(Object.class, "key"),
            Map.entry(Object[].class, new Object[0]),
            Map.entry(Iterable.class, List.of("key")),
            Map.entry(Map.class, new ConcurrentHashMap<>(Map.of("key", "value"))),
            Map.entry(ConcurrentMap.class, new ConcurrentHashMap<>(Map.of("key", "value"))),
            Map.entry(Collection.class, Set.of("key")),
            Map.entry(CompletableFuture.class, CompletableFuture.completedFuture("value")),
            Map.entry(Function.class, (Function<Object, Object>) key -> "value"),
            Map.entry(BiFunction.class, (BiFunction<Object, Object, Object>) (key, value) -> "value"),
            Map.entry(BiConsumer.class, (BiConsumer<Object, Object>) (key, value) -> {}),
            Map.entry(Consumer.class, (Consumer<Object>) key -> {}),
            Map.entry(Predicate.class, (Predicate<Object>) key -> true),
            Map.entry(IntFunction.class, (IntFunction<Object[]>) Object[]::new),
            Map.entry(Stream.class, Stream.empty()),
            Map.entry(Iterator.class, List.of().iterator()),
            Map.entry(Spliterator.class, Spliterators.emptySpliterator()),
            Map.entry(Set.class, Set.of("key")),
            Map.entry(CacheStats.class, CacheStats.of(1, 2, 3, 4, 5, 6, 7)),
            Map.entry(Policy.class, Caffeine.newBuilder().build().policy()),
            Map.entry(Cache.class, Caffeine.newBuilder().build()),
            Map.entry(LoadingCache.class, Caffeine.newBuilder().build(key -> "value")),
            Map.entry(boolean.class, true),
            Map.entry(int.class, 7),
            Map.entry(long.class, 7L));

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final CacheCalls calls = CacheCalls.of(currentTrace, "users");

    static Stream<Arguments> methods() {
        return Stream.of(
                        Cache.class,
                        LoadingCache.class,
                        AsyncCache.class,
                        AsyncLoadingCache.class,
                        ConcurrentMap.class,
                        Collection.class,
                        Set.class)
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                        .filter(method -> !isOfObject(method))
                        .map(method -> argumentSet(type.getSimpleName() + ": " + method, type, method)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void itIsOverridden(Class<?> type, Method method) throws NoSuchMethodException {
        Object traced = traced(type, (proxy, called, arguments) -> null);

        Class<?> declaring = traced.getClass()
                .getMethod(method.getName(), method.getParameterTypes())
                .getDeclaringClass();
        assertThat(declaring).matches(found -> !found.isInterface(), "is a class of ours");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void itReachesTheWrappedObjectAndReturnsItsResult(Class<?> type, Method method) throws Throwable {
        Reached untraced = new Reached(method.getName(), null);
        Reached reached = new Reached(method.getName(), null);

        Object expected = invoke(method, traced(type, untraced));
        Object result;
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            result = invoke(method, traced(type, reached));
        }

        assertThat(untraced.count).isEqualTo(1);
        assertThat(reached.count).isEqualTo(1);
        assertThat(reached.arguments).containsExactlyElementsOf(untraced.arguments);
        if (method.getReturnType().isPrimitive()) {
            assertThat(result).isEqualTo(sample(method.getReturnType()));
        } else if (!isWrapped(method)) {
            assertThat(result).isSameAs(expected).isSameAs(sample(method.getReturnType()));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void itPassesOnTheExceptionItself(Class<?> type, Method method) {
        Error failure = new AssertionError("the cache's own");

        assertThatThrownBy(() -> invoke(method, traced(type, new Reached(method.getName(), failure))))
                .isSameAs(failure);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThatThrownBy(() -> invoke(method, traced(type, new Reached(method.getName(), failure))))
                    .isSameAs(failure);
        }
    }

    /** Counts the calls of one method, and notes those of its arguments that may not be replaced. */
    private static final class Reached implements InvocationHandler {
        private final String name;
        private final @Nullable Throwable failure;
        private List<Object> arguments = List.of();
        private int count;

        Reached(String name, @Nullable Throwable failure) {
            this.name = name;
            this.failure = failure;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method called, Object @Nullable [] given) throws Throwable {
            if (called.getName().equals(name)) {
                count++;
                arguments = given == null
                        ? List.of()
                        : Arrays.stream(given).filter(Reached::mustBeSame).toList();
                if (failure != null) {
                    throw failure;
                }
            }
            return sample(called.getReturnType());
        }

        @SuppressWarnings("ReferenceEquality") // equal arguments could be copies
        private static boolean mustBeSame(Object argument) {
            return SAMPLES.values().stream().anyMatch(sample -> sample == argument)
                    && !(argument instanceof Function)
                    && !(argument instanceof BiFunction)
                    && !(argument instanceof List);
        }
    }

    private Object traced(Class<?> type, InvocationHandler handler) {
        Object raw = Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler);
        return wrapped(type, raw);
    }

    @SuppressWarnings("unchecked")
    private Object wrapped(Class<?> type, Object raw) {
        CaffeineTracing tracing = CaffeineTracing.create(currentTrace);
        if (type == ConcurrentMap.class) {
            return new TracedMap<>((ConcurrentMap<Object, Object>) raw, false, calls);
        } else if (type == Set.class) {
            return new TracedSet<>((Set<Object>) raw, "remove", calls);
        } else if (type == Collection.class) {
            return new TracedCollection<>((Collection<Object>) raw, "remove", calls);
        } else if (raw instanceof Cache<?, ?> cache) {
            return tracing.wrap(cache);
        }
        return tracing.wrap((AsyncCache<Object, Object>) raw);
    }

    private static @Nullable Object invoke(Method method, Object target) throws Throwable {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(EveryMethodTest::sample)
                .toArray();
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private static @Nullable Object sample(Class<?> type) {
        return SAMPLES.get(type);
    }

    private static boolean isWrapped(Method method) {
        return List.of("asMap", "synchronous", "keySet", "values", "entrySet", "iterator")
                .contains(method.getName());
    }

    private static boolean isOfObject(Method method) {
        return List.of("equals", "hashCode").contains(method.getName());
    }
}

package io.github.devserver4j.cache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.configuration.OptionalFeature;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.integration.CompletionListener;
import javax.cache.integration.CompletionListenerFuture;
import javax.cache.processor.EntryProcessor;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks over every method of caches, managers and providers: each reaches the wrapped object with its arguments, comes
 * back with its result or its very exception, and is recorded if it is a call of a cache.
 */
class EveryMethodTest {

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(Object.class, "key"),
            Map.entry(String.class, "name"),
            Map.entry(Object[].class, new Object[] {"argument"}),
            Map.entry(Set.class, Set.of("key")),
            Map.entry(Map.class, Map.of("key", "value")),
            Map.entry(Class.class, String.class),
            Map.entry(URI.class, URI.create("test:uri")),
            Map.entry(ClassLoader.class, EveryMethodTest.class.getClassLoader()),
            Map.entry(Properties.class, new Properties()),
            Map.entry(Iterable.class, List.of("name")),
            Map.entry(OptionalFeature.class, OptionalFeature.STORE_BY_REFERENCE),
            Map.entry(Configuration.class, new MutableConfiguration<>()),
            Map.entry(CompletionListener.class, new CompletionListenerFuture()),
            Map.entry(EntryProcessor.class, (EntryProcessor<Object, Object, Object>) (entry, arguments) -> "value"),
            Map.entry(
                    CacheEntryListenerConfiguration.class,
                    new MutableCacheEntryListenerConfiguration<>(
                            () -> (CacheEntryCreatedListener<Object, Object>) events -> {}, null, false, false)),
            Map.entry(boolean.class, true));

    /** What of a cache is no call of it. */
    private static final Set<String> NOT_RECORDED = Set.of(
            "getConfiguration",
            "getName",
            "getCacheManager",
            "close",
            "isClosed",
            "unwrap",
            "registerCacheEntryListener",
            "deregisterCacheEntryListener",
            "iterator",
            "forEach",
            "spliterator");

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final JCacheTracing tracing = JCacheTracing.create(currentTrace);

    static Stream<Arguments> methods() {
        return Stream.of(Cache.class, CacheManager.class, CachingProvider.class)
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .filter(method -> !method.isDefault())
                        .map(method -> argumentSet(type.getSimpleName() + ": " + method, type, method)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void itReachesTheWrappedObjectAndReturnsItsResult(Class<?> type, Method method) throws Throwable {
        Reached untraced = new Reached(method, null);
        Reached reached = new Reached(method, null);

        Object untracedWrapper = traced(type, untraced);
        Object wrapper = traced(type, reached);
        untraced.count = 0; // a cache is asked for its name when it is wrapped
        reached.count = 0;
        Object expected = invoke(method, untracedWrapper);
        Object result;
        List<CacheCall> calls;
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            result = invoke(method, wrapper);
            calls = request.finishedCalls(CacheCall.class);
        }

        assertThat(untraced.count).isEqualTo(1);
        assertThat(reached.count).isEqualTo(1);
        assertThat(untraced.arguments).isEqualTo(arguments(method));
        assertThat(reached.arguments).isEqualTo(withoutListener(arguments(method)));
        if (method.getReturnType().isPrimitive()) {
            assertThat(result).isEqualTo(sample(method.getReturnType()));
        } else if (!isWrapped(method)) {
            assertThat(result).isSameAs(expected).isSameAs(sample(method.getReturnType()));
        }
        assertThat(calls).hasSize(isRecorded(type, method) ? 1 : 0);
        assertThat(calls).allSatisfy(call -> assertThat(call.method()).isEqualTo(method.getName()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void itPassesOnTheExceptionItself(Class<?> type, Method method) throws InterruptedException {
        Error failure = new AssertionError("the provider's own");

        assertThatThrownBy(() -> invoke(method, traced(type, new Reached(method, failure))))
                .isSameAs(failure);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThatThrownBy(() -> invoke(method, traced(type, new Reached(method, failure))))
                    .isSameAs(failure);
            assertThat(request.finishedCalls(CacheCall.class))
                    .hasSize(isRecorded(type, method) ? 1 : 0)
                    .allSatisfy(call -> assertThat(call.error()).contains("the provider's own"));
        }
    }

    private static boolean isRecorded(Class<?> type, Method method) {
        return type == Cache.class && !NOT_RECORDED.contains(method.getName());
    }

    private static boolean isWrapped(Method method) {
        return Set.of("getCache", "createCache", "getCacheManager", "getCachingProvider", "iterator")
                .contains(method.getName());
    }

    /** The listener is told by one of ours. */
    private static List<Object> withoutListener(List<Object> arguments) {
        return arguments.stream()
                .map(argument -> argument instanceof CompletionListener ? "listener" : argument)
                .toList();
    }

    private static List<Object> arguments(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(EveryMethodTest::known)
                .toList();
    }

    private static Object known(Class<?> type) {
        return java.util.Objects.requireNonNull(sample(type), type.getName());
    }

    private static @Nullable Object sample(Class<?> type) {
        return SAMPLES.get(type);
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

        @SuppressWarnings("ReferenceEquality") // a proxy is itself alone
        @Override
        public @Nullable Object invoke(Object proxy, Method called, Object @Nullable [] given) throws Throwable {
            if (called.getDeclaringClass() == Object.class) {
                return called.getName().equals("hashCode")
                        ? (Object) System.identityHashCode(proxy)
                        : given != null && given[0] == proxy;
            }
            if (called.equals(method)) {
                count++;
                arguments = given == null
                        ? List.of()
                        : Arrays.stream(given)
                                .map(argument -> argument instanceof TracedCompletionListener ? "listener" : argument)
                                .toList();
                if (failure != null) {
                    throw failure;
                }
            }
            return sample(called.getReturnType());
        }
    }

    private Object traced(Class<?> type, InvocationHandler handler) {
        Object raw = Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler);
        if (raw instanceof Cache<?, ?> cache) {
            return tracing.wrap(cache);
        }
        return raw instanceof CacheManager manager ? tracing.wrap(manager) : tracing.wrap((CachingProvider) raw);
    }

    private static @Nullable Object invoke(Method method, Object target) throws Throwable {
        try {
            return method.invoke(target, arguments(method).toArray());
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}

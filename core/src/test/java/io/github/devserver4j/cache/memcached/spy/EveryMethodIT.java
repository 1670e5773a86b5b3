package io.github.devserver4j.cache.memcached.spy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.memcached.ServerKind;
import io.github.devserver4j.cache.memcached.TestServer;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import net.spy.memcached.BinaryConnectionFactory;
import net.spy.memcached.CASValue;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.MemcachedClientIF;
import net.spy.memcached.transcoders.SerializingTranscoder;
import net.spy.memcached.transcoders.Transcoder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Walks over every method of the client's interface, whatever version of it is on the class path: a traced client gives
 * what its raw twin gives, and the method is recorded if it is a call of the cache.
 */
@Tag("clients")
class EveryMethodIT {

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(String.class, "users:1"),
            Map.entry(Object.class, "value"),
            Map.entry(Collection.class, List.of("users:1", "users:2")),
            Map.entry(Transcoder.class, new SerializingTranscoder()),
            Map.entry(int.class, 0),
            Map.entry(long.class, 1L));

    /** What is about the client, its connections and its settings. */
    private static final Set<String> NOT_OF_THE_CACHE = Set.of(
            "addObserver",
            "broadcastOp",
            "removeObserver",
            "shutdown",
            "waitForQueues",
            "getAvailableServers",
            "getUnavailableServers",
            "getTranscoder",
            "getNodeLocator");

    /** What servers are asked about themselves is told by no key, and of no interest to a page. */
    private static final Set<String> OF_THE_SERVERS = Set.of("getVersions", "getStats", "listSaslMechanisms");

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final SpyMemcachedTracing tracing = SpyMemcachedTracing.create(currentTrace);

    @ParameterizedTest
    @EnumSource(names = "REAL_BINARY") // which knows every command
    void isThatOfTheRawTwinAndRecorded(ServerKind kind) throws Exception {
        List<String> notRecorded = new ArrayList<>();
        try (TestServer tracedServer = kind.start();
                TestServer rawServer = kind.start()) {
            MemcachedClient traced = tracing.newClient(new BinaryConnectionFactory(), List.of(tracedServer.address()));
            MemcachedClient raw = new MemcachedClient(new BinaryConnectionFactory(), List.of(rawServer.address()));
            try {
                for (Method method : methods()) {
                    try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                        assertThat(outcome(method, traced)).as("%s", method).isEqualTo(outcome(method, raw));
                        if (request.finishedCalls(CacheCall.class).isEmpty()) {
                            notRecorded.add(method.getName());
                        }
                    }
                }
            } finally {
                traced.shutdown();
                raw.shutdown();
            }
        }
        assertThat(notRecorded).isSubsetOf(OF_THE_SERVERS);
    }

    private static List<Method> methods() {
        List<Method> methods = Arrays.stream(MemcachedClientIF.class.getMethods())
                .filter(method -> !NOT_OF_THE_CACHE.contains(method.getName()))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
        assertThat(methods).hasSizeGreaterThan(60);
        return methods;
    }

    /** What came of it, in a form that is equal for twins. */
    private static String outcome(Method method, MemcachedClient client) throws Exception {
        try {
            Object result = method.invoke(client, arguments(method));
            return "gave " + text(result instanceof Future<?> future ? future.get(20, SECONDS) : result);
        } catch (InvocationTargetException | ExecutionException thrown) {
            return "threw " + thrown.getCause();
        }
    }

    /** Addresses and versions numbers of values differ between two servers. */
    private static String text(@Nullable Object result) {
        if (result instanceof CASValue<?> value) {
            return "value " + value.getValue();
        }
        return result instanceof Map<?, ?> map && OF_ADDRESSES.stream().anyMatch(map.toString()::contains)
                ? "a map of servers"
                : String.valueOf(result);
    }

    private static final List<String> OF_ADDRESSES = List.of("127.0.0.1", "localhost");

    private static @Nullable Object[] arguments(Method method) {
        Class<?>[] types = method.getParameterTypes();
        @Nullable Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            boolean ofKeys = i == 0 && types[i] == Iterator.class; // others are of transcoders
            arguments[i] = ofKeys ? List.of("users:1", "users:2").iterator() : sample(types[i]);
        }
        return arguments;
    }

    private static Object sample(Class<?> type) {
        if (type == String[].class) {
            return new String[] {"users:1", "users:2"};
        }
        if (type == Iterator.class) {
            return List.of(new SerializingTranscoder(), new SerializingTranscoder())
                    .iterator();
        }
        return Objects.requireNonNull(SAMPLES.get(type), type::toString);
    }
}

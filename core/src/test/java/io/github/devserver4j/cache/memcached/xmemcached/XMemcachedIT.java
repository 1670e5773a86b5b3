package io.github.devserver4j.cache.memcached.xmemcached;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.CacheCall;
import io.github.devserver4j.cache.memcached.ServerKind;
import io.github.devserver4j.cache.memcached.TestServer;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TextStyle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import net.rubyeye.xmemcached.Counter;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.MemcachedClientBuilder;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.command.BinaryCommandFactory;
import net.rubyeye.xmemcached.exception.MemcachedException;
import net.rubyeye.xmemcached.transcoders.StringTranscoder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("clients")
@SuppressWarnings("CheckReturnValue") // what counts is that the calls are made
class XMemcachedIT {

    private static final TextStyle STYLE = new TextStyle(true, true);

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final XMemcachedTracing tracing = XMemcachedTracing.create(currentTrace);

    @ParameterizedTest
    @EnumSource
    void readsWritesAndRemovalsAreToldApart(ServerKind kind) throws Exception {
        List<CacheCall> calls = recorded(kind, client -> {
            client.set("users:1", 0, "one");
            client.get("users:1");
            client.get("users:2");
            client.gets("users:1");
            client.get(List.of("users:1", "users:2", "users:3"));
            client.set("users:1", 0, "one", new StringTranscoder());
            client.get("users:1", new StringTranscoder());
            client.add("users:1", 0, "one");
            client.append("users:1", "+");
            client.cas("users:1", 0, "two", 1);
            client.set("counter", 0, "7");
            client.incr("counter", 2);
            client.delete("users:1");
            client.flushAll();
        });

        assertThat(calls)
                .extracting(CacheCall::action, CacheCall::method, CacheCall::key, CacheCall::hits, CacheCall::misses)
                .containsExactly(
                        tuple(CacheAction.WRITE, "set", "users:1", 0, 0),
                        tuple(CacheAction.READ, "get", "users:1", 1, 0),
                        tuple(CacheAction.READ, "get", "users:2", 0, 1),
                        tuple(CacheAction.READ, "gets", "users:1", 1, 0),
                        tuple(CacheAction.BULK_READ, "get", "[users:1, users:2, users:3]", 1, 2),
                        tuple(CacheAction.WRITE, "set", "users:1", 0, 0),
                        tuple(CacheAction.READ, "get", "users:1", 1, 0),
                        tuple(CacheAction.WRITE, "add", "users:1", 0, 0),
                        tuple(CacheAction.WRITE, "append", "users:1", 0, 0),
                        tuple(CacheAction.WRITE, "cas", "users:1", 0, 0),
                        tuple(CacheAction.WRITE, "set", "counter", 0, 0),
                        tuple(CacheAction.WRITE, "incr", "counter", 0, 0),
                        tuple(CacheAction.REMOVE, "delete", "users:1", 0, 0),
                        tuple(CacheAction.REMOVE, "flushAll", null, 0, 0));
        assertThat(calls).allSatisfy(call -> assertThat(call.error()).isNull());
        assertThat(calls.get(2).lines(STYLE)).containsExactly("memcached users get users:2: miss");
        assertThat(calls.get(5).lines(STYLE)).containsExactly("memcached users set users:1, 3 bytes");
        assertThat(calls.get(6).lines(STYLE)).containsExactly("memcached users get users:1: hit, 3 bytes");
    }

    @ParameterizedTest
    @EnumSource
    void aTracedClientIsItsRawTwinAndCountsWhatTheServerCounts(ServerKind kind) throws Exception {
        try (TestServer tracedServer = kind.start();
                TestServer rawServer = kind.start()) {
            MemcachedClient raw = client(kind, rawServer);
            MemcachedClient bare = client(kind, tracedServer);
            MemcachedClient traced = tracing.wrap(bare);
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                ClientOperations operations = new ClientOperations(new Random(42), kind);
                traced.set("counter", 0, "5");
                raw.set("counter", 0, "5");
                for (int i = 0; i < 2_000; i++) {
                    ClientOperations.Operation operation = operations.next();
                    assertThat(operation.outcome(traced)).isEqualTo(operation.outcome(raw));
                }
                compareCounts(kind, request.finishedCalls(CacheCall.class), ServerKind.statistics(tracedServer));
            } finally {
                traced.shutdown();
                raw.shutdown();
            }
        }
    }

    private static void compareCounts(ServerKind kind, List<CacheCall> calls, Map<String, Long> statistics) {
        long hits = calls.stream().mapToLong(CacheCall::hits).sum();
        long misses = calls.stream().mapToLong(CacheCall::misses).sum();
        long sets = calls.stream()
                .filter(call -> ClientOperations.STORES.contains(call.method()))
                .count();

        assertThat(hits).isGreaterThan(100).isEqualTo(statistics.get("get_hits"));
        assertThat(misses).isGreaterThan(50);
        if (kind.isReal()) { // jmemcached counts the rest in its own way
            assertThat(misses).isEqualTo(statistics.get("get_misses"));
            assertThat(hits + misses).isEqualTo(statistics.get("cmd_get"));
            assertThat(sets).isGreaterThan(100).isEqualTo(statistics.get("cmd_set"));
        }
    }

    @Test
    void aReadWithoutAnswerInTimeIsAFailure() throws Exception {
        try (TestServer server = TestServer.silent()) {
            MemcachedClient client = client(ServerKind.EMBEDDED_TEXT, server);
            MemcachedClient traced = tracing.wrap(client);
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                assertThatThrownBy(() -> traced.get("a", 50)).isInstanceOf(TimeoutException.class);
                assertThatThrownBy(() -> traced.get(List.of("a", "b"), 50)).isInstanceOf(TimeoutException.class);

                assertThat(request.finishedCalls(CacheCall.class)).hasSize(2).allSatisfy(call -> {
                    assertThat(call.error()).startsWith("TimeoutException: Timed out");
                    assertThat(call.hits() + call.misses()).isZero();
                    assertThat(call.listed()).isTrue();
                });
            } finally {
                client.shutdown();
            }
        }
    }

    @Test
    void anErrorReplyIsAFailure() throws Exception {
        try (TestServer server = TestServer.replying("SERVER_ERROR out of memory\r\n")) {
            MemcachedClient client = client(ServerKind.EMBEDDED_TEXT, server);
            MemcachedClient traced = tracing.wrap(client);
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                assertThatThrownBy(() -> traced.get("a"))
                        .isInstanceOf(MemcachedException.class)
                        .hasMessageContaining("out of memory");

                assertThat(request.finishedCalls(CacheCall.class))
                        .singleElement()
                        .satisfies(call -> assertThat(call.error()).contains("out of memory"));
            } finally {
                client.shutdown();
            }
        }
    }

    @Test
    void aServerThatIsStoppedFailsTheCall() throws Exception {
        TestServer server = ServerKind.EMBEDDED_TEXT.start();
        MemcachedClient client = client(ServerKind.EMBEDDED_TEXT, server);
        MemcachedClient traced = tracing.wrap(client);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            traced.get("a");
            server.close();
            assertThatThrownBy(() -> traced.get("b", 200))
                    .isInstanceOfAny(MemcachedException.class, TimeoutException.class);

            List<CacheCall> calls = request.finishedCalls(CacheCall.class);
            assertThat(calls.get(0).error()).isNull();
            assertThat(calls.get(1).error()).isNotNull();
        } finally {
            client.shutdown();
        }
    }

    @Test
    void countersAndNamespacesAreRecorded() throws Exception {
        List<CacheCall> calls = recorded(ServerKind.EMBEDDED_TEXT, client -> {
            Counter counter = client.getCounter("counter", 5);
            assertThat(counter.incrementAndGet()).isEqualTo(6);
            String value = client.withNamespace("users", inNamespace -> {
                inNamespace.set("1", 0, "one");
                return inNamespace.get("1");
            });
            assertThat(value).isEqualTo("one");
        });

        assertThat(calls).extracting(CacheCall::method).containsExactly("add", "incr", "set", "get");
    }

    @Test
    void nothingIsRecordedWithoutATraceAndAClientIsWrappedOnce() throws Exception {
        try (TestServer server = ServerKind.EMBEDDED_TEXT.start()) {
            MemcachedClient client = client(ServerKind.EMBEDDED_TEXT, server);
            MemcachedClient traced = tracing.wrap(client);
            assertThat(tracing.wrap(traced)).isSameAs(traced);
            traced.set("users:1", 0, "one");
            assertThat(traced.<String>get("users:1")).isEqualTo("one");
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                assertThat(request.finish().calls()).isEmpty();
            } finally {
                client.shutdown();
            }
        }
    }

    @Test
    void aCallHasItsPlaceInTheApplicationAndItsSecretsAreMasked() throws Exception {
        try (TestServer server = ServerKind.EMBEDDED_TEXT.start()) {
            MemcachedClient client = client(ServerKind.EMBEDDED_TEXT, server);
            MemcachedClient traced = tracing.wrap(client);
            try (RecordedRequest request = RecordedRequest.openSited(currentTrace)) {
                traced.get("token:abc");
                traced.get(List.of("session:abc", "session:def"));

                assertThat(request.finishedCalls(CacheCall.class)).hasSize(2).allSatisfy(call -> {
                    assertThat(call.lines(STYLE).get(0)).contains("***").doesNotContain("abc");
                    StackTraceElement site = call.callSite();
                    assertThat(site == null ? null : site.getClassName()).isEqualTo(XMemcachedIT.class.getName());
                });
            } finally {
                client.shutdown();
            }
        }
    }

    @Test
    void eachThreadRecordsInItsOwnRequest() throws Exception {
        try (TestServer server = ServerKind.EMBEDDED_TEXT.start()) {
            MemcachedClient client = client(ServerKind.EMBEDDED_TEXT, server);
            MemcachedClient traced = tracing.wrap(client);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Future<List<CacheCall>> one = threads.submit(() -> requestOf(traced, "one"));
                Future<List<CacheCall>> other = threads.submit(() -> requestOf(traced, "other"));

                assertThat(one.get(30, SECONDS)).hasSize(100).allMatch(call -> isOf(call, "one"));
                assertThat(other.get(30, SECONDS)).hasSize(100).allMatch(call -> isOf(call, "other"));
            } finally {
                threads.shutdown();
                client.shutdown();
            }
        }
    }

    private static boolean isOf(CacheCall call, String thread) {
        return String.valueOf(call.key()).contains(thread);
    }

    private List<CacheCall> requestOf(MemcachedClient client, String thread) throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            for (int i = 0; i < 100; i++) {
                client.get(thread + i);
            }
            return request.finishedCalls(CacheCall.class);
        }
    }

    private interface Script {
        void run(MemcachedClient client) throws Exception;
    }

    private List<CacheCall> recorded(ServerKind kind, Script script) throws Exception {
        try (TestServer server = kind.start()) {
            MemcachedClient client = client(kind, server);
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                script.run(tracing.wrap(client));
                return request.finishedCalls(CacheCall.class);
            } finally {
                client.shutdown();
            }
        }
    }

    private static MemcachedClient client(ServerKind kind, TestServer server) throws IOException {
        MemcachedClientBuilder builder = new XMemcachedClientBuilder(List.of(server.address()));
        if (kind.isBinary()) {
            builder.setCommandFactory(new BinaryCommandFactory());
        }
        return builder.build();
    }
}

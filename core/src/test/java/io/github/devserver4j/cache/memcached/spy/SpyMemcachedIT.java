package io.github.devserver4j.cache.memcached.spy;

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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import net.spy.memcached.BinaryConnectionFactory;
import net.spy.memcached.CASValue;
import net.spy.memcached.ConnectionFactory;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.DefaultConnectionFactory;
import net.spy.memcached.FailureMode;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.OperationTimeoutException;
import net.spy.memcached.internal.BulkFuture;
import net.spy.memcached.internal.OperationFuture;
import net.spy.memcached.ops.OperationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("clients")
@SuppressWarnings({"CheckReturnValue", "FutureReturnValueIgnored"}) // what counts is that the calls are made
class SpyMemcachedIT {

    private static final TextStyle STYLE = new TextStyle(true, true);

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final SpyMemcachedTracing tracing = SpyMemcachedTracing.create(currentTrace);

    @ParameterizedTest
    @EnumSource
    void twoTracesEachHaveTheirCalls(ServerKind kind) throws Exception {
        CurrentTrace otherTrace = CurrentTrace.create();
        SpyMemcachedTracing others = SpyMemcachedTracing.create(otherTrace);
        try (TestServer server = kind.start()) {
            ConnectionFactory shared = others.wrap(others.wrap(tracing.wrap(new DefaultConnectionFactory())));
            MemcachedClient client = new MemcachedClient(shared, List.of(server.address()));
            try (RecordedRequest outer = RecordedRequest.open(currentTrace);
                    RecordedRequest inner = RecordedRequest.open(otherTrace)) {
                client.set("users:1", 0, "one").get();
                client.get("users:1");
                client.getBulk("users:1", "users:2");
                for (RecordedRequest request : List.of(inner, outer)) {
                    assertThat(request.finishedCalls(CacheCall.class))
                            .extracting(CacheCall::method, CacheCall::hits, CacheCall::misses)
                            .containsExactly(tuple("set", 0, 0), tuple("get", 1, 0), tuple("getBulk", 1, 1));
                }
            } finally {
                client.shutdown();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsWritesAndRemovalsAreToldApart(ServerKind kind) throws Exception {
        List<CacheCall> calls = recorded(kind, client -> {
            client.set("users:1", 0, "one").get();
            client.get("users:1");
            client.asyncGet("users:2").get();
            client.gets("users:1");
            client.getBulk("users:1", "users:2", "users:3");
            client.add("users:1", 0, "one").get();
            client.replace("users:1", 0, "uno").get();
            client.append("users:1", "+").get();
            client.prepend("users:1", "-").get();
            client.cas("users:1", 1, "two");
            client.set("counter", 0, "7").get();
            client.incr("counter", 2);
            client.asyncDecr("counter", 1).get();
            client.delete("users:1").get();
            client.flush().get();
        });

        assertThat(calls)
                .extracting(CacheCall::action, CacheCall::method, CacheCall::key, CacheCall::hits, CacheCall::misses)
                .containsExactly(
                        tuple(CacheAction.WRITE, "set", "users:1", 0, 0),
                        tuple(CacheAction.READ, "get", "users:1", 1, 0),
                        tuple(CacheAction.READ, "get", "users:2", 0, 1),
                        tuple(CacheAction.READ, "gets", "users:1", 1, 0),
                        tuple(CacheAction.BULK_READ, "getBulk", "[users:1, users:2, users:3]", 1, 2),
                        tuple(CacheAction.WRITE, "add", "users:1", 0, 0),
                        tuple(CacheAction.WRITE, "replace", "users:1", 0, 0),
                        tuple(CacheAction.WRITE, "append", "users:1", 0, 0),
                        tuple(CacheAction.WRITE, "prepend", "users:1", 0, 0),
                        tuple(CacheAction.WRITE, "cas", "users:1", 0, 0),
                        tuple(CacheAction.WRITE, "set", "counter", 0, 0),
                        tuple(CacheAction.WRITE, "incr", "counter", 0, 0),
                        tuple(CacheAction.WRITE, "decr", "counter", 0, 0),
                        tuple(CacheAction.REMOVE, "delete", "users:1", 0, 0),
                        tuple(CacheAction.REMOVE, "flush", null, 0, 0));
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.error()).isNull();
            assertThat(call.ended()).isTrue();
            assertThat(call.durationNanos()).isPositive();
        });
        assertThat(calls.get(0).lines(STYLE)).containsExactly("memcached users set users:1, 3 bytes");
        assertThat(calls.get(1).lines(STYLE)).containsExactly("memcached users get users:1: hit, 3 bytes");
        assertThat(calls.get(2).lines(STYLE)).containsExactly("memcached users get users:2: miss");
    }

    @ParameterizedTest
    @EnumSource(names = "REAL_BINARY")
    void aReadThatTouchesIsARead(ServerKind kind) throws Exception {
        List<CacheCall> calls = recorded(kind, client -> {
            client.set("users:1", 0, "one").get();
            client.getAndTouch("users:1", 100);
            client.asyncGetAndTouch("users:2", 100).get();
            client.touch("users:1", 200).get();
        });

        assertThat(calls)
                .extracting(CacheCall::action, CacheCall::method, CacheCall::hits, CacheCall::misses, CacheCall::error)
                .containsExactly(
                        tuple(CacheAction.WRITE, "set", 0, 0, null),
                        tuple(CacheAction.READ, "getAndTouch", 1, 0, null),
                        tuple(CacheAction.READ, "getAndTouch", 0, 1, null),
                        tuple(CacheAction.WRITE, "touch", 0, 0, null));
    }

    @ParameterizedTest
    @EnumSource
    void aTracedClientIsItsRawTwinAndCountsWhatTheServerCounts(ServerKind kind) throws Exception {
        try (TestServer tracedServer = kind.start();
                TestServer rawServer = kind.start()) {
            MemcachedClient traced = tracing.newClient(factory(kind), List.of(tracedServer.address()));
            MemcachedClient raw = new MemcachedClient(factory(kind), List.of(rawServer.address()));
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                ClientOperations operations = new ClientOperations(new Random(42), kind);
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
        assertThat(misses).isGreaterThan(100);
        if (kind.isReal()) { // jmemcached counts the rest in its own way
            assertThat(misses).isEqualTo(statistics.get("get_misses"));
            assertThat(hits + misses).isEqualTo(statistics.get("cmd_get"));
            assertThat(sets).isGreaterThan(100).isEqualTo(statistics.get("cmd_set"));
        }
        assertThat(calls).allMatch(CacheCall::ended);
    }

    @Test
    void aBulkReadFromSeveralServersIsOneCall() throws Exception {
        try (TestServer one = ServerKind.EMBEDDED_TEXT.start();
                TestServer other = ServerKind.EMBEDDED_TEXT.start()) {
            ConnectionFactory factory = configured(builder -> builder.setFailureMode(FailureMode.Retry));
            MemcachedClient client = tracing.newClient(factory, List.of(one.address(), other.address()));
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                client.set("a", 0, "x").get();
                client.set("b", 0, "x").get();
                assertThat(client.getBulk("a", "b", "c", "d")).hasSize(2);

                assertThat(request.finishedCalls(CacheCall.class))
                        .filteredOn(call -> call.action() == CacheAction.BULK_READ)
                        .extracting(CacheCall::hits, CacheCall::misses, CacheCall::bytes)
                        .containsExactly(tuple(2, 2, 2L));
            } finally {
                client.shutdown();
            }
        }
    }

    @Test
    void aFactoryAloneRecordsToo() throws Exception {
        try (TestServer server = ServerKind.EMBEDDED_TEXT.start()) {
            ConnectionFactory factory = tracing.wrap(new DefaultConnectionFactory());
            assertThat(tracing.wrap(factory)).isSameAs(factory);
            MemcachedClient client = new MemcachedClient(tracing.wrap(factory), List.of(server.address()));
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                client.get("users:1");
                client.getBulk("users:1", "users:2");
                client.incr("counter", 1);

                assertThat(request.finishedCalls(CacheCall.class))
                        .extracting(CacheCall::method, CacheCall::misses)
                        .containsExactly(tuple("get", 1), tuple("getBulk", 2), tuple("incr", 0));
            } finally {
                client.shutdown();
            }
        }
    }

    @Test
    void nothingIsRecordedWithoutATrace() throws Exception {
        try (TestServer server = ServerKind.EMBEDDED_TEXT.start()) {
            MemcachedClient client = tracing.newClient(new DefaultConnectionFactory(), List.of(server.address()));
            client.set("users:1", 0, "one").get();
            assertThat(client.get("users:1")).isEqualTo("one");
            assertThat(client.getBulk("users:1")).hasSize(1);
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                assertThat(request.finish().calls()).isEmpty();
            } finally {
                client.shutdown();
            }
        }
    }

    @Test
    void callsThatTimeOutAreFailed() throws Exception {
        try (TestServer server = TestServer.silent()) {
            MemcachedClient client = tracing.newClient(impatient(), List.of(server.address()));
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                assertThatThrownBy(() -> client.get("a")).isInstanceOf(OperationTimeoutException.class);
                assertThatThrownBy(() -> client.getBulk("a", "b")).isInstanceOf(OperationTimeoutException.class);
                assertThatThrownBy(() -> client.incr("a", 1)).isInstanceOf(OperationTimeoutException.class);
                OperationFuture<Boolean> set = client.set("a", 0, "x");
                assertThatThrownBy(() -> set.get(1, TimeUnit.MILLISECONDS)).hasMessageContaining("Timed out");
                BulkFuture<Map<String, Object>> bulk = client.asyncGetBulk("a", "b");
                assertThat(bulk.getSome(1, TimeUnit.MILLISECONDS)).isEmpty();

                assertThat(request.finishedCalls(CacheCall.class)).hasSize(5).allSatisfy(call -> {
                    assertThat(call.error()).containsIgnoringCase("time");
                    assertThat(call.hits() + call.misses()).isZero();
                    assertThat(call.listed()).isTrue();
                });
            } finally {
                client.shutdown();
            }
        }
    }

    @Test
    void cancelledCallsAreFailed() throws Exception {
        try (TestServer server = TestServer.silent()) {
            MemcachedClient client = tracing.newClient(new DefaultConnectionFactory(), List.of(server.address()));
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                Future<Object> get = client.asyncGet("a");
                get.cancel(true);
                assertThatThrownBy(get::get).isInstanceOf(ExecutionException.class);
                client.asyncGetBulk("a", "b").cancel(true);

                assertThat(request.finishedCalls(CacheCall.class))
                        .extracting(CacheCall::error)
                        .containsExactly("CancellationException: Cancelled", "CancellationException: Cancelled");
            } finally {
                client.shutdown();
            }
        }
    }

    @Test
    void anErrorReplyIsAFailure() throws Exception {
        try (TestServer server = TestServer.replying("SERVER_ERROR out of memory\r\n")) {
            MemcachedClient client = tracing.newClient(new DefaultConnectionFactory(), List.of(server.address()));
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                assertThatThrownBy(() -> client.asyncGet("a").get())
                        .cause()
                        .isInstanceOf(OperationException.class)
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
        TestServer server = TestServer.silent();
        MemcachedClient client = tracing.newClient(impatient(), List.of(server.address()));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Future<Object> get = client.asyncGet("a");
            server.close();
            assertThatThrownBy(get::get).isInstanceOfAny(ExecutionException.class, RuntimeException.class);
            assertThatThrownBy(() -> client.get("b")).isInstanceOf(RuntimeException.class);

            assertThat(request.finishedCalls(CacheCall.class))
                    .hasSize(2)
                    .allSatisfy(call -> assertThat(call.error()).isNotNull());
        } finally {
            client.shutdown();
            server.close();
        }
    }

    @Test
    void aCallThatTheClientRefusesIsAFailure() throws Exception {
        try (TestServer server = ServerKind.EMBEDDED_TEXT.start()) {
            MemcachedClient client = tracing.newClient(new DefaultConnectionFactory(), List.of(server.address()));
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                assertThatThrownBy(() -> client.get("a key")).isInstanceOf(IllegalArgumentException.class);
                client.shutdown();
                assertThatThrownBy(() -> client.set("a", 0, "x")).isInstanceOf(IllegalStateException.class);

                assertThat(request.finishedCalls(CacheCall.class))
                        .hasSize(2)
                        .allSatisfy(call -> assertThat(call.error()).startsWith("Illegal"));
            }
        }
    }

    @Test
    void aCallThatEndsAfterItsRequestIsShownAsNotReturned() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (TestServer server = TestServer.waitingFor(over)) {
            MemcachedClient client = tracing.newClient(new DefaultConnectionFactory(), List.of(server.address()));
            Future<Object> get;
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                get = client.asyncGet("a");
                List<CacheCall> calls = request.finishedCalls(CacheCall.class);
                assertThat(calls).singleElement().satisfies(call -> {
                    assertThat(call.ended()).isFalse();
                    assertThat(call.lines(STYLE)).contains("-- not returned yet");
                });
            }
            over.countDown();
            assertThat(get.get(10, SECONDS)).isNull();
            client.shutdown();
        }
    }

    @Test
    void aCallHasItsPlaceInTheApplicationAndItsSecretsAreMasked() throws Exception {
        try (TestServer server = ServerKind.EMBEDDED_TEXT.start()) {
            MemcachedClient client = tracing.newClient(new DefaultConnectionFactory(), List.of(server.address()));
            try (RecordedRequest request = RecordedRequest.openSited(currentTrace)) {
                client.get("token:abc");
                client.getBulk("session:abc", "session:def");

                assertThat(request.finishedCalls(CacheCall.class)).allSatisfy(call -> {
                    assertThat(call.lines(STYLE).get(0)).contains("***").doesNotContain("abc");
                    StackTraceElement site = call.callSite();
                    assertThat(site == null ? null : site.getClassName()).isEqualTo(SpyMemcachedIT.class.getName());
                });
            } finally {
                client.shutdown();
            }
        }
    }

    @Test
    void eachThreadRecordsInItsOwnRequest() throws Exception {
        try (TestServer server = ServerKind.EMBEDDED_TEXT.start()) {
            MemcachedClient client = tracing.newClient(new DefaultConnectionFactory(), List.of(server.address()));
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Future<List<CacheCall>> one = threads.submit(() -> requestOf(client, "one"));
                Future<List<CacheCall>> other = threads.submit(() -> requestOf(client, "other"));

                assertThat(one.get(30, SECONDS)).hasSize(300).allMatch(call -> isOf(call, "one"));
                assertThat(other.get(30, SECONDS)).hasSize(300).allMatch(call -> isOf(call, "other"));
            } finally {
                threads.shutdown();
                client.shutdown();
            }
        }
    }

    private static boolean isOf(CacheCall call, String thread) {
        return String.valueOf(call.key()).contains(thread);
    }

    private List<CacheCall> requestOf(MemcachedClient client, String thread) throws InterruptedException {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            for (int i = 0; i < 100; i++) {
                client.get(thread + i);
                client.incr(thread, 1);
                client.getBulk(thread + i, thread);
            }
            return request.finishedCalls(CacheCall.class);
        }
    }

    @Test
    void aCompareAndSetIsTheClientsOwn() throws Exception {
        List<CacheCall> calls = recorded(ServerKind.EMBEDDED_TEXT, client -> {
            client.set("a", 0, "x").get();
            CASValue<Object> value = client.gets("a");
            client.asyncCAS("a", value.getCas(), "y").get();
            assertThat(client.get("a")).isEqualTo("y");
        });

        assertThat(calls).extracting(CacheCall::method).containsExactly("set", "gets", "cas", "get");
    }

    private interface Script {
        void run(MemcachedClient client) throws Exception;
    }

    private List<CacheCall> recorded(ServerKind kind, Script script) throws Exception {
        try (TestServer server = kind.start()) {
            MemcachedClient client = tracing.newClient(factory(kind), List.of(server.address()));
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                script.run(client);
                return request.finishedCalls(CacheCall.class);
            } finally {
                client.shutdown();
            }
        }
    }

    private static ConnectionFactory factory(ServerKind kind) {
        return kind.isBinary() ? new BinaryConnectionFactory() : new DefaultConnectionFactory();
    }

    private static ConnectionFactory impatient() {
        return configured(builder -> builder.setOpTimeout(100));
    }

    private static ConnectionFactory configured(UnaryOperator<ConnectionFactoryBuilder> settings) {
        return settings.apply(new ConnectionFactoryBuilder()).build();
    }
}

package io.github.devserver4j.dynamodb.sdk2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.devserver4j.dynamodb.DynamoDbCall;
import io.github.devserver4j.dynamodb.StubDynamoDb;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.InstalledTraces;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Calls of wrapped asynchronous clients that end without a word to the SDK's interceptors. */
@NullUnmarked // a test fails where it dereferences null
final class AsyncEndsTest {

    private static final String GET_LINE = "GetItem polls_state {id: \"doi\"}";
    private static final GetItemRequest GET = GetItemRequest.builder()
            .tableName("polls_state")
            .key(Map.of("id", AttributeValue.builder().s("doi").build()))
            .build();

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final DynamoDbTracing tracing = DynamoDbTracing.create(currentTrace);
    private StubDynamoDb stub;

    @BeforeEach
    void start() throws Exception {
        stub = StubDynamoDb.start();
    }

    @AfterEach
    void stop() {
        InstalledTraces.remove(currentTrace);
        stub.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTimeoutIsAFailure(boolean global) throws Exception {
        stub.hang("{}");
        if (global) {
            InstalledTraces.add(currentTrace);
        }
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client = global ? client() : client(tracing.interceptor())) {
            Throwable thrown = catchThrowable(() -> client.getItem(impatient()).join());
            assertThat(thrown).isInstanceOf(CompletionException.class);
            assertThat(thrown.getCause()).isInstanceOf(ApiCallTimeoutException.class);
            assertThat(lines(request)).containsExactly(GET_LINE, "-- " + told(thrown.getCause()));
        }
    }

    @Test
    void aTimeoutOfEveryAttemptIsAFailure() throws Exception {
        stub.hang("{}");
        AtomicInteger attempts = new AtomicInteger(); // one may time out before it gets to the server
        ExecutionInterceptor counting = new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                attempts.incrementAndGet();
            }
        };
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client = client(tracing.interceptor(), counting)) {
            Throwable thrown = catchThrowable(() -> client.getItem(GET.toBuilder()
                            .overrideConfiguration(o -> o.apiCallAttemptTimeout(Duration.ofMillis(100)))
                            .build())
                    .join());
            assertThat(thrown.getCause()).asString().contains("ApiCallAttemptTimeoutException"); // or wrapped
            List<DynamoDbCall> calls = request.finishedCalls(DynamoDbCall.class);
            assertThat(calls).extracting(DynamoDbCall::error).containsExactly(told(thrown.getCause()));
            assertThat(calls.get(0).answer().attempts()).isGreaterThan(1).isEqualTo(attempts.get());
        }
    }

    @Test
    void aTimeoutOfOneAttemptIsARetry() throws Exception {
        stub.hang("{}").answer("{\"Item\":{\"id\":{\"S\":\"doi\"}}}");
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client = tracing.wrap(Clients.async(stub.endpoint(), tracing.interceptor())
                        .overrideConfiguration(o -> o.addExecutionInterceptor(tracing.interceptor())
                                .apiCallAttemptTimeout(Duration.ofSeconds(3)))
                        .build())) {
            assertThat(client.getItem(GET).join().hasItem()).isTrue();
            assertThat(lines(request)).hasSize(1).first().asString().startsWith(GET_LINE + "  1 item, 1 retry");
        }
    }

    @Test
    void aCancelledFutureIsAFailure() throws Exception {
        stub.hang("{}");
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client = client(tracing.interceptor())) {
            CompletableFuture<GetItemResponse> future = client.getItem(GET);
            stub.awaitHanging();
            assertThat(future.cancel(true)).isTrue();
            assertThat(catchThrowable(future::join)).isInstanceOf(CancellationException.class);
            assertThat(lines(request)).containsExactly(GET_LINE, "-- CancellationException");
        }
    }

    /** The futures are the SDK's own, so that the exchange with the server ends with them. */
    @Test
    void aCancelledFutureEndsItsExchange() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client = tracing.wrap(
                        Clients.async(URI.create("http://127.0.0.1:" + server.getLocalPort()), tracing.interceptor())
                                .build())) {
            CompletableFuture<GetItemResponse> future = client.getItem(GET);
            try (Socket connection = server.accept()) {
                connection.setSoTimeout(20_000);
                assertThat(connection.getInputStream().read()).isEqualTo('P'); // of POST: the request has come
                assertThat(future.cancel(true)).isTrue();
                assertThat(endOf(connection.getInputStream())).isTrue();
            }
            assertThat(lines(request)).containsExactly(GET_LINE, "-- CancellationException");
        }
    }

    /** Whether the other side closes the connection, before the time to wait for that is over. */
    private static boolean endOf(InputStream requests) throws IOException {
        try {
            requests.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** What is attached last runs first, and so before what tells our call. */
    @Test
    void aRequestThatIsEndedByItsFailedCallKnowsIt() throws Exception {
        stub.hang("{}");
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client = client(tracing.interceptor())) {
            CompletableFuture<GetItemResponse> future = client.getItem(GET);
            stub.awaitHanging();
            List<String> told = new ArrayList<>();
            CompletableFuture<?> after = future.whenComplete((answer, thrown) -> told.addAll(lines(request)));
            future.cancel(true);
            assertThat(catchThrowable(after::join)).hasCauseInstanceOf(CancellationException.class);
            assertThat(told).containsExactly(GET_LINE, "-- CancellationException");
        }
    }

    /** Older versions ask for credentials before they tell interceptors anything. */
    @Tag("newest")
    @Test
    void credentialsThatAreMissingAreAFailure() throws Exception {
        RuntimeException missing = new IllegalStateException("no credentials");
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client = tracing.wrap(Clients.async(stub.endpoint(), tracing.interceptor())
                        .credentialsProvider(() -> {
                            throw missing;
                        })
                        .build())) {
            Throwable thrown = catchThrowable(() -> client.getItem(GET).join());
            assertThat(thrown.getCause()).isNotNull();
            assertThat(lines(request)).containsExactly(GET_LINE, "-- " + told(thrown.getCause()));
        }
    }

    /** The SDK tells its interceptors nothing, so the call is told as it is when its request is over. */
    @Test
    void ofAClientThatIsNotWrappedACancelledCallHasNotReturned() throws Exception {
        stub.hang("{}").answer("{\"Item\":{\"id\":{\"S\":\"doi\"}},\"ConsumedCapacity\":{\"CapacityUnits\":0.5}}");
        try (DynamoDbAsyncClient client =
                Clients.async(stub.endpoint(), tracing.interceptor()).build()) {
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                CompletableFuture<GetItemResponse> future = client.getItem(GET);
                stub.awaitHanging();
                assertThat(future.cancel(true)).isTrue();
                assertThat(lines(request)).containsExactly(GET_LINE + "  not returned yet");
            }
            assertThat(client.getItem(GET).join().consumedCapacity()).isNotNull(); // of no request: as it comes
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                assertThat(client.getItem(GET).join().consumedCapacity()).isNull();
                assertThat(lines(request)).containsExactly(GET_LINE + "  1 item, 0.5 RCU");
            }
        }
    }

    @Test
    void ofAClientThatIsNotWrappedACallThatTimesOutHasNotReturned() throws Exception {
        stub.hang("{}");
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client =
                        Clients.async(stub.endpoint(), tracing.interceptor()).build()) {
            assertThat(catchThrowable(() -> client.getItem(impatient()).join()))
                    .hasCauseInstanceOf(ApiCallTimeoutException.class);
            assertThat(lines(request)).containsExactly(GET_LINE + "  not returned yet");
        }
    }

    @Test
    void answersAndErrorsAreToldOnce() throws Exception {
        stub.answer("{\"Item\":{\"id\":{\"S\":\"doi\"}}}").fail("ResourceNotFoundException", "no such table");
        InstalledTraces.add(currentTrace);
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client = tracing.wrap(client(tracing.interceptor()))) {
            assertThat(client.getItem(GET).join().hasItem()).isTrue();
            assertThat(catchThrowable(() -> client.getItem(GET).join())).isNotNull();
            assertThat(lines(request))
                    .containsExactly(GET_LINE + "  1 item", GET_LINE, "-- ResourceNotFoundException: no such table");
        }
    }

    @Test
    void consumersAndPaginatorsAreWrappedToo() throws Exception {
        stub.answer("{\"Count\":1,\"ScannedCount\":1,\"Items\":[{}],\"LastEvaluatedKey\":{\"id\":{\"S\":\"k\"}}}")
                .answer("{\"Count\":1,\"ScannedCount\":1,\"Items\":[{}]}")
                .hang("{}");
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client = client(tracing.interceptor())) {
            client.scanPaginator(b -> b.tableName("polls_votes"))
                    .subscribe(page -> {})
                    .join();
            Consumer<GetItemRequest.Builder> impatient = b -> b.tableName("polls_state")
                    .key(GET.key())
                    .overrideConfiguration(o -> o.apiCallTimeout(Duration.ofMillis(200)));
            assertThat(catchThrowable(() -> client.getItem(impatient).join())).isNotNull();
            assertThat(lines(request)).hasSize(3).last().asString().startsWith("-- ApiCallTimeoutException: ");
        }
    }

    @Test
    void aWrappedClientIsAsTheBareOne() {
        try (DynamoDbAsyncClient bare = Clients.async(stub.endpoint()).build()) {
            DynamoDbAsyncClient wrapped = tracing.wrap(bare);
            assertThat(tracing.wrap(wrapped)).isSameAs(wrapped);
            assertThat(wrapped)
                    .isEqualTo(tracing.wrap(bare))
                    .hasSameHashCodeAs(bare)
                    .hasToString(bare.toString());
            assertThat(wrapped.serviceName()).isEqualTo(bare.serviceName());
            assertThat(catchThrowable(() -> wrapped.getItem((GetItemRequest) null)))
                    .hasSameClassAs(catchThrowable(() -> bare.getItem((GetItemRequest) null)));
        }
    }

    static Stream<Method> methods() {
        return Stream.of(DynamoDbAsyncClient.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge());
    }

    /** The client behind is one that does everything itself. */
    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodIsPassedOn(Method method) throws Exception {
        List<Object> seen = new ArrayList<>();
        Object result = method.getReturnType() == CompletableFuture.class ? new CompletableFuture<>() : null;
        DynamoDbAsyncClient behind = (DynamoDbAsyncClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DynamoDbAsyncClient.class}, (proxy, called, arguments) -> {
                    seen.add(called);
                    seen.addAll(arguments == null ? List.of() : Collections.singletonList(arguments[0]));
                    return result;
                });
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(AsyncEndsTest::argument)
                .toArray();
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(method.invoke(tracing.wrap(behind), arguments)).isSameAs(result);
            assertThat(seen.get(0)).isEqualTo(method);
            assertThat(seen).hasSize(1 + arguments.length);
            for (int i = 0; i < arguments.length; i++) {
                Object passed = seen.get(i + 1);
                if (arguments[i] instanceof DynamoDbRequest asked) {
                    assertThat(asked.equalsBySdkFields(passed)).isTrue();
                } else {
                    assertThat(passed).isSameAs(arguments[i]);
                }
            }
            assertThat(request.finish().calls()).isEmpty();
        }
    }

    private static Object argument(Class<?> type) {
        if (type == Consumer.class) {
            return (Consumer<Object>) builder -> {};
        }
        try {
            return ((DynamoDbRequest.Builder) type.getMethod("builder").invoke(null)).build();
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(type.getName(), impossible);
        }
    }

    @Test
    void withoutARequestAnOperationIsGivenTheApplicationsOwn() {
        List<Object> seen = new ArrayList<>();
        DynamoDbAsyncClient behind = (DynamoDbAsyncClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DynamoDbAsyncClient.class}, (proxy, called, arguments) -> {
                    seen.add(arguments[0]);
                    return new CompletableFuture<>();
                });
        assertThat(tracing.wrap(behind).getItem(GET)).isNotDone();
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0)).isSameAs(GET);
    }

    private DynamoDbAsyncClient client(ExecutionInterceptor... interceptors) {
        return tracing.wrap(Clients.async(stub.endpoint(), interceptors).build());
    }

    private static GetItemRequest impatient() {
        return GET.toBuilder()
                .overrideConfiguration(o -> o.apiCallTimeout(Duration.ofMillis(200)))
                .build();
    }

    private static String told(Throwable thrown) {
        return thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    }

    private static List<String> lines(RecordedRequest request) {
        try {
            return DynamoDbTracingTest.lines(request.finish());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}

package io.github.devserver4j.dynamodb.sdk2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.devserver4j.dynamodb.DynamoDbCall;
import io.github.devserver4j.dynamodb.StubDynamoDb;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.InstalledTraces;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@NullUnmarked // a test fails where it dereferences null
final class DynamoDbTracingTest {

    private static final String CAPACITY =
            ",\"ConsumedCapacity\":{\"TableName\":\"polls_state\",\"CapacityUnits\":0.5}";
    private static final String ITEM = "{\"Item\":{\"id\":{\"S\":\"doi\"},\"votes\":{\"N\":\"3\"}}";
    private static final GetItemRequest GET = GetItemRequest.builder()
            .tableName("polls_state")
            .key(Map.of("id", text("doi")))
            .build();

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final ExecutionInterceptor interceptor =
            DynamoDbTracing.create(currentTrace).interceptor();
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
    @EnumSource
    void aReadIsToldWithItsKeyItsItemAndItsUnits(Clients clients) throws Exception {
        stub.answer(ITEM + CAPACITY + "}");
        assertThat(lines(clients, client -> client.getItem(GET)))
                .containsExactly("GetItem polls_state {id: \"doi\"}  1 item, 0.5 RCU");
    }

    @ParameterizedTest
    @EnumSource
    void capacityIsAskedForAndKeptFromTheApplication(Clients clients) throws Exception {
        stub.answer(ITEM + CAPACITY + "}").answer(ITEM + "}");
        GetItemResponse traced;
        GetItemResponse raw;
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                Clients.Client tracing = clients.at(stub.endpoint(), interceptor);
                Clients.Client bare = clients.at(stub.endpoint())) {
            traced = tracing.getItem(GET);
            raw = bare.getItem(GET);
            request.finish();
        }
        assertThat(stub.requests().get(0)).contains("\"ReturnConsumedCapacity\":\"TOTAL\"");
        assertThat(stub.requests().get(1)).doesNotContain("ReturnConsumedCapacity");
        assertThat(traced.equalsBySdkFields(raw)).isTrue();
        assertThat(traced.consumedCapacity()).isNull();
        assertThat(traced.responseMetadata().requestId()).isEqualTo("STUB");
        assertThat(traced.sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void capacityThatTheApplicationAsksForIsLeft(Clients clients) throws Exception {
        stub.answer(ITEM + CAPACITY + "}");
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                Clients.Client client = clients.at(stub.endpoint(), interceptor)) {
            GetItemResponse response = client.getItem(GET.toBuilder()
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                    .build());
            assertThat(response.consumedCapacity().capacityUnits()).isEqualTo(0.5);
            request.finish();
        }
        assertThat(stub.requests().get(0)).contains("\"ReturnConsumedCapacity\":\"INDEXES\"");
    }

    @ParameterizedTest
    @EnumSource
    void aThrottleThatTheSdkRetriesIsTold(Clients clients) throws Exception {
        stub.fail("ProvisionedThroughputExceededException", "slow down").answer(ITEM + CAPACITY + "}");
        Trace trace = trace(clients, client -> client.getItem(GET));
        assertThat(lines(trace))
                .containsExactly("GetItem polls_state {id: \"doi\"}  1 item, 0.5 RCU, throttled, 1 retry");
        assertThat(summary(trace)).isEqualTo("1 call (1 GetItem) consumed 0.5 RCU, 1 throttled, 1 retry");
        assertThat(stub.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void anErrorIsToldAndIsTheApplicationsAsItIs(Clients clients) throws Exception {
        stub.fail("ResourceNotFoundException", "no such table, token=abc");
        Throwable[] thrown = new Throwable[2];
        Trace trace = trace(clients, client -> thrown[0] = catchThrowable(() -> client.getItem(GET)));
        try (Clients.Client bare = clients.at(stub.endpoint())) {
            thrown[1] = catchThrowable(() -> bare.getItem(GET));
        }
        assertThat(thrown[0]).isInstanceOf(ResourceNotFoundException.class).hasMessage(thrown[1].getMessage());
        assertThat(lines(trace))
                .containsExactly(
                        "GetItem polls_state {id: \"doi\"}", "-- ResourceNotFoundException: no such table, token=***");
        assertThat(summary(trace)).isEqualTo("1 call (1 GetItem), 1 failed");
    }

    @ParameterizedTest
    @EnumSource
    void aConditionThatDoesNotHoldIsNoFailure(Clients clients) throws Exception {
        stub.fail("ConditionalCheckFailedException", "The conditional request failed");
        Throwable[] thrown = new Throwable[1];
        Trace trace = trace(
                clients,
                client -> thrown[0] = catchThrowable(() -> client.call(
                        c -> c.putItem(b -> b.tableName("polls_votes")
                                .item(Map.of("id", text("doi")))
                                .conditionExpression("attribute_not_exists(id)")),
                        c -> c.putItem(b -> b.tableName("polls_votes")
                                        .item(Map.of("id", text("doi")))
                                        .conditionExpression("attribute_not_exists(id)"))
                                .join())));
        assertThat(thrown[0]).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(lines(trace))
                .containsExactly(
                        "PutItem polls_votes {id: \"doi\"} if attribute_not_exists(id)  conditional check failed");
        assertThat(summary(trace)).isEqualTo("1 call (1 PutItem), 1 conditional check failed");
    }

    @Test
    void aCanceledTransactionIsToldWithItsReasons() throws Exception {
        stub.fail(
                "TransactionCanceledException",
                "canceled",
                ",\"CancellationReasons\":[{\"Code\":\"None\"},{\"Code\":\"ConditionalCheckFailed\"}]");
        TransactWriteItemsRequest transaction = TransactWriteItemsRequest.builder()
                .transactItems(List.of(
                        TransactWriteItem.builder()
                                .update(u -> u.tableName("a").key(Map.of()))
                                .build(),
                        TransactWriteItem.builder()
                                .conditionCheck(u -> u.tableName("b").key(Map.of()))
                                .build()))
                .build();
        Throwable[] thrown = new Throwable[1];
        Trace trace = trace(
                Clients.SYNC,
                client -> thrown[0] =
                        catchThrowable(() -> client.call(c -> c.transactWriteItems(transaction), c -> null)));
        assertThat(thrown[0]).isInstanceOf(TransactionCanceledException.class);
        assertThat(lines(trace))
                .containsExactly("TransactWriteItems a (1 update), b (1 condition check)  "
                        + "conditional check failed: None, ConditionalCheckFailed");
    }

    @ParameterizedTest
    @EnumSource
    void nothingChangesWithoutARequest(Clients clients) {
        stub.answer(ITEM + "}");
        try (Clients.Client client = clients.at(stub.endpoint(), interceptor)) {
            client.getItem(GET);
        }
        assertThat(stub.requests().get(0)).doesNotContain("ReturnConsumedCapacity");
    }

    @ParameterizedTest
    @EnumSource
    void aClientWithoutOurInterceptorIsFoundByTheGlobalOne(Clients clients) throws Exception {
        InstalledTraces.add(currentTrace);
        stub.answer(ITEM + CAPACITY + "}");
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                Clients.Client client = clients.at(stub.endpoint())) {
            assertThat(client.getItem(GET).consumedCapacity()).isNull();
            assertThat(request.finishedCalls(DynamoDbCall.class)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientWithBothInterceptorsIsRecordedOnce(Clients clients) throws Exception {
        InstalledTraces.add(currentTrace);
        stub.answer(ITEM + CAPACITY + "}");
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                Clients.Client client = clients.at(stub.endpoint(), interceptor, interceptor)) {
            assertThat(client.getItem(GET).consumedCapacity()).isNull();
            assertThat(request.finishedCalls(DynamoDbCall.class))
                    .singleElement()
                    .satisfies(call -> assertThat(call.answer().attempts()).isEqualTo(1));
        }
    }

    @Test
    void anAnswerThatComesAfterTheRequestIsToldAsMissing() throws Exception {
        stub.hang(ITEM + "}");
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client =
                        Clients.async(stub.endpoint(), interceptor).build()) {
            CompletableFuture<GetItemResponse> response = client.getItem(GET);
            stub.awaitHanging();
            assertThat(lines(request.finish())).containsExactly("GetItem polls_state {id: \"doi\"}  not returned yet");
            stub.release();
            assertThat(response.join().hasItem()).isTrue();
        }
    }

    /** The SDK tells interceptors of no end but by an answer: a limit of clients that are not wrapped. */
    @Test
    void aCanceledFutureIsToldAsNotReturned() throws Exception {
        stub.hang(ITEM + "}");
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client =
                        Clients.async(stub.endpoint(), interceptor).build()) {
            CompletableFuture<GetItemResponse> response = client.getItem(GET);
            stub.awaitHanging();
            response.cancel(true);
            assertThat(lines(request.finish())).containsExactly("GetItem polls_state {id: \"doi\"}  not returned yet");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTimeoutIsAFailure(Clients clients) throws Exception {
        stub.hang(ITEM + "}");
        Throwable[] thrown = new Throwable[1];
        GetItemRequest impatient = GET.toBuilder()
                .overrideConfiguration(o -> o.apiCallTimeout(Duration.ofMillis(200)))
                .build();
        Trace trace = trace(clients, client -> thrown[0] = catchThrowable(() -> client.getItem(impatient)));
        // Of an asynchronous call the SDK tells nothing, or that the exchange was aborted if that comes first.
        assertThat(lines(trace))
                .last()
                .asString()
                .matches(
                        clients == Clients.SYNC
                                ? "-- ApiCallTimeoutException: .*"
                                : ".*not returned yet|-- SdkClientException: .* aborted .*");
        assertThat(thrown[0]).hasSameClassAs(catchThrowable(() -> {
            try (Clients.Client bare = clients.at(stub.endpoint())) {
                bare.getItem(impatient);
            }
        }));
    }

    @ParameterizedTest
    @EnumSource
    void aStoppedServerAndABadReplyAreFailures(Clients clients) throws Exception {
        stub.answer("{\"Item\":");
        Trace bad = trace(
                clients,
                client -> assertThat(catchThrowable(() -> client.getItem(GET))).isInstanceOf(SdkClientException.class));
        assertThat(lines(bad)).hasSizeGreaterThan(1).element(1).asString().startsWith("-- SdkClientException: ");
        URI refused = stub.endpoint();
        stub.close();
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                Clients.Client client = clients.at(refused, interceptor)) {
            assertThat(catchThrowable(() -> client.getItem(GET))).isInstanceOf(SdkClientException.class);
            assertThat(lines(request.finish())).element(1).asString().startsWith("-- SdkClientException: ");
        }
    }

    /** Older versions ask for credentials before they tell interceptors anything. */
    @Tag("newest")
    @ParameterizedTest
    @EnumSource
    void credentialsThatAreMissingAreAFailure(Clients clients) throws Exception {
        RuntimeException missing = new IllegalStateException("no credentials");
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbClient sync = Clients.sync(stub.endpoint(), interceptor)
                        .credentialsProvider(() -> {
                            throw missing;
                        })
                        .build();
                DynamoDbAsyncClient async = Clients.async(stub.endpoint(), interceptor)
                        .credentialsProvider(() -> {
                            throw missing;
                        })
                        .build()) {
            Throwable thrown = clients == Clients.SYNC
                    ? catchThrowable(() -> sync.getItem(GET))
                    : catchThrowable(() -> async.getItem(GET).join()).getCause();
            assertThat(thrown).isNotNull();
            assertThat(lines(request.finish()))
                    .last()
                    .asString()
                    .contains(clients == Clients.SYNC ? "no credentials" : "not returned yet");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfOneQueryAreOneLineAndCountOneByOne(Clients clients) throws Exception {
        stub.answer(page(100, "\"k1\"")).answer(page(100, "\"k2\"")).answer(page(50, null));
        Trace trace = trace(clients, client -> {
            QueryRequest query = QueryRequest.builder()
                    .tableName("polls_votes")
                    .keyConditionExpression("#e = :e AND votes > :min")
                    .expressionAttributeNames(Map.of("#e", "event"))
                    .expressionAttributeValues(Map.of(":e", text("doi"), ":min", number("3")))
                    .build();
            QueryResponse page = client.query(query);
            while (page.hasLastEvaluatedKey()) {
                page = client.query(query.toBuilder()
                        .exclusiveStartKey(page.lastEvaluatedKey())
                        .build());
            }
        });
        assertThat(lines(trace))
                .containsExactly("Query polls_votes event = \"doi\" AND votes > 3  3 pages, 250 items, 12.5 RCU");
        assertThat(summary(trace)).isEqualTo("3 calls (3 Query) consumed 12.5 RCU");
        assertThat(stub.requests()).hasSize(3);
    }

    @Test
    void theSdksOwnPaginatorsAreOneLine() throws Exception {
        stub.answer(page(100, "\"k1\"")).answer(page(50, null));
        Trace trace = trace(
                Clients.SYNC,
                client -> client.call(
                        c -> c.scanPaginator(b -> b.tableName("polls_votes")).items().stream()
                                .count(),
                        c -> null));
        assertThat(lines(trace)).containsExactly("Scan polls_votes  2 pages, 150 items, 7.5 RCU");
        assertThat(summary(trace))
                .isEqualTo("2 calls (2 Scan) consumed 7.5 RCU\nScan of polls_votes: 150 items scanned, 150 returned");
    }

    @Test
    void callsKnowTheLineThatMadeThem() throws Exception {
        stub.answer(ITEM + CAPACITY + "}");
        try (RecordedRequest request = RecordedRequest.openSited(currentTrace);
                DynamoDbClient sync = Clients.sync(stub.endpoint(), interceptor).build();
                DynamoDbAsyncClient async =
                        Clients.async(stub.endpoint(), interceptor).build()) {
            sync.getItem(GET);
            async.getItem(GET).join();
            assertThat(request.finishedCalls(DynamoDbCall.class))
                    .extracting(call -> String.valueOf(call.callSite().getMethodName()))
                    .containsExactly("callsKnowTheLineThatMadeThem", "callsKnowTheLineThatMadeThem");
        }
    }

    @Test
    void aLoopOfReadsThatABatchCouldReplaceIsTold() throws Exception {
        stub.answer(ITEM + CAPACITY + "}");
        try (RecordedRequest request = RecordedRequest.openSited(currentTrace);
                DynamoDbClient client =
                        Clients.sync(stub.endpoint(), interceptor).build()) {
            for (int i = 0; i < 6; i++) {
                int id = i % 5;
                client.getItem(b -> b.tableName("polls_state").key(Map.of("token", text("t" + id))));
            }
            assertThat(summary(request.finish()).replaceAll("\\(DynamoDbTracingTest.java:\\d+\\)", "()"))
                    .isEqualTo("6 calls (6 GetItem) consumed 3 RCU\n6 single GetItem of polls_state at "
                            + DynamoDbTracingTest.class.getName()
                            + ".aLoopOfReadsThatABatchCouldReplaceIsTold(): one BatchGetItem would do\n"
                            + "polls_state {token: ***} read 2 times");
        }
    }

    @Test
    void aFilterThatThrowsAwayMostIsTold() throws Exception {
        stub.answer("{\"Count\":2,\"ScannedCount\":250,\"Items\":[]}");
        Trace trace = trace(
                Clients.SYNC,
                client -> client.call(
                        c -> c.query(b -> b.tableName("polls_votes")
                                .keyConditionExpression("event = :e")
                                .filterExpression("password = :p")
                                .expressionAttributeValues(Map.of(":e", text("doi"), ":p", text("abc")))),
                        c -> null));
        assertThat(lines(trace))
                .containsExactly("Query polls_votes event = \"doi\" filter password = ***  2 items of 250 scanned");
        assertThat(summary(trace))
                .isEqualTo("1 call (1 Query)\nQuery of polls_votes: the filter threw away 248 of 250 items read");
    }

    @Test
    void callsPastTheLimitAreCountedByTable() throws Exception {
        stub.answer(ITEM + CAPACITY + "}");
        try (RecordedRequest request = RecordedRequest.open(currentTrace, 1);
                DynamoDbClient client =
                        Clients.sync(stub.endpoint(), interceptor).build()) {
            for (int i = 0; i < 30; i++) {
                client.getItem(GET);
            }
            Trace trace = request.finish();
            assertThat(summary(trace)).startsWith("30 calls (30 GetItem) consumed 15 RCU");
            assertThat(trace.groups().get(0).example().operationText(TextStyle.TRUNCATED))
                    .isEqualTo("GetItem polls_state");
        }
    }

    private static String page(int items, String lastKey) {
        String next = lastKey == null ? "" : ",\"LastEvaluatedKey\":{\"id\":{\"S\":" + lastKey + "}}";
        String all = "{\"id\":{\"S\":\"x\"}},".repeat(items);
        return "{\"Count\":" + items + ",\"ScannedCount\":" + items + ",\"Items\":["
                + all.substring(0, all.length() - 1) + "]" + next
                + ",\"ConsumedCapacity\":{\"CapacityUnits\":" + items / 20.0 + "}}";
    }

    private interface Work {
        void run(Clients.Client client) throws Exception;
    }

    private List<String> lines(Clients clients, Work work) throws Exception {
        return lines(trace(clients, work));
    }

    private Trace trace(Clients clients, Work work) throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                Clients.Client client = clients.at(stub.endpoint(), interceptor)) {
            work.run(client);
            return request.finish();
        }
    }

    static List<String> lines(Trace trace) {
        return trace.calls().stream()
                .filter(call -> call.listed())
                .flatMap(call -> call.lines(TextStyle.TRUNCATED).stream())
                .toList();
    }

    private static String summary(Trace trace) {
        return trace.totals().get(0).summary();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.builder().s(value).build();
    }

    private static AttributeValue number(String value) {
        return AttributeValue.builder().n(value).build();
    }
}

package io.github.devserver4j.dynamodb.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.SdkClientException;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.handlers.AsyncHandler;
import com.amazonaws.handlers.RequestHandler2;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBAsync;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBAsyncClientBuilder;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.document.DynamoDB;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.GetItemRequest;
import com.amazonaws.services.dynamodbv2.model.GetItemResult;
import com.amazonaws.services.dynamodbv2.model.PutItemRequest;
import com.amazonaws.services.dynamodbv2.model.QueryRequest;
import com.amazonaws.services.dynamodbv2.model.QueryResult;
import com.amazonaws.services.dynamodbv2.model.ResourceNotFoundException;
import io.github.devserver4j.dynamodb.DynamoDbCall;
import io.github.devserver4j.dynamodb.StubDynamoDb;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.InstalledTraces;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked // a test fails where it dereferences null
final class DynamoDbTracingTest {

    private static final String CAPACITY =
            ",\"ConsumedCapacity\":{\"TableName\":\"polls_state\",\"CapacityUnits\":0.5}";
    private static final String ITEM = "{\"Item\":{\"id\":{\"S\":\"doi\"}}";

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final RequestHandler2 handler = DynamoDbTracing.create(currentTrace).handler();
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

    @Test
    void aReadIsToldAndItsCapacityIsKeptFromTheApplication() throws Exception {
        stub.answer(ITEM + CAPACITY + "}");
        GetItemRequest get = get();
        Trace trace = trace(client -> {
            GetItemResult result = client.getItem(get);
            assertThat(result.getConsumedCapacity()).isNull();
            assertThat(result.getItem()).containsEntry("id", new AttributeValue("doi"));
        });
        assertThat(lines(trace)).containsExactly("GetItem polls_state {id: \"doi\"}  1 item, 0.5 RCU");
        assertThat(stub.requests().get(0)).contains("\"ReturnConsumedCapacity\":\"TOTAL\"");
        assertThat(get).isEqualTo(get());
    }

    @Test
    void capacityThatTheApplicationAsksForIsLeft() throws Exception {
        stub.answer(ITEM + CAPACITY + "}");
        trace(client -> assertThat(client.getItem(get().withReturnConsumedCapacity("TOTAL"))
                        .getConsumedCapacity()
                        .getCapacityUnits())
                .isEqualTo(0.5));
    }

    @Test
    void anAsynchronousCallIsKnownByTheThreadThatMadeIt() throws Exception {
        stub.answer(ITEM + CAPACITY + "}");
        CompletableFuture<GetItemRequest> given = new CompletableFuture<>();
        try (RecordedRequest request = RecordedRequest.openSited(currentTrace)) {
            AmazonDynamoDBAsync client = client(handler);
            Future<GetItemResult> future = client.getItemAsync(get(), new AsyncHandler<>() {
                @Override
                public void onError(Exception failure) {
                    given.completeExceptionally(failure);
                }

                @Override
                public void onSuccess(GetItemRequest sent, GetItemResult result) {
                    given.complete(sent);
                }
            });
            assertThat(future.get().getConsumedCapacity()).isNull();
            assertThat(given.join()).isEqualTo(get());
            assertThat(request.finishedCalls(DynamoDbCall.class))
                    .singleElement()
                    .satisfies(call -> assertThat(call.callSite().getMethodName())
                            .isEqualTo("anAsynchronousCallIsKnownByTheThreadThatMadeIt"));
            client.shutdown();
        }
    }

    @Test
    void anAnswerThatComesAfterTheRequestIsToldAsMissing() throws Exception {
        stub.hang(ITEM + "}");
        Trace trace = trace(client -> {
            var unused = client.getItemAsync(get());
            stub.awaitHanging();
        });
        assertThat(lines(trace)).containsExactly("GetItem polls_state {id: \"doi\"}  not returned yet");
    }

    @Test
    void throttlesAndRetriesAreTold() throws Exception {
        stub.fail("ProvisionedThroughputExceededException", "slow down").answer(ITEM + CAPACITY + "}");
        Trace trace = trace(client -> client.getItem(get()));
        assertThat(lines(trace))
                .containsExactly("GetItem polls_state {id: \"doi\"}  1 item, 0.5 RCU, throttled, 1 retry");
        assertThat(trace.totals().get(0).summary())
                .isEqualTo("1 call (1 GetItem) consumed 0.5 RCU, 1 throttled, 1 retry");
    }

    @Test
    void failuresAreToldAndAreTheApplicationsAsTheyAre() throws Exception {
        stub.fail("ResourceNotFoundException", "no such table")
                .fail("ConditionalCheckFailedException", "The conditional request failed")
                .answer("{\"Item\":");
        Trace trace = trace(client -> {
            assertThat(catchThrowable(() -> client.getItem(get()))).isInstanceOf(ResourceNotFoundException.class);
            assertThat(catchThrowable(() -> client.putItem(new PutItemRequest()
                            .withTableName("polls_state")
                            .withItem(Map.of("password", new AttributeValue("abc")))
                            .withConditionExpression("attribute_not_exists(id)"))))
                    .isInstanceOf(ConditionalCheckFailedException.class);
            assertThat(catchThrowable(() -> client.getItem(get()))).isInstanceOf(SdkClientException.class);
            stub.close();
            assertThat(catchThrowable(() -> client.getItem(get()))).isInstanceOf(SdkClientException.class);
            assertThat(catchThrowable(() -> client.getItem((GetItemRequest) null)))
                    .isInstanceOf(NullPointerException.class)
                    .hasNoSuppressedExceptions();
        });
        assertThat(trace.calls()).hasSize(4);
        assertThat(lines(trace).subList(0, 4))
                .containsExactly(
                        "GetItem polls_state {id: \"doi\"}",
                        "-- ResourceNotFoundException: no such table",
                        "PutItem polls_state {password: ***} if attribute_not_exists(id)  conditional check failed",
                        "GetItem polls_state {id: \"doi\"}");
        assertThat(trace.totals().get(0).summary())
                .startsWith("4 calls (3 GetItem, 1 PutItem), ")
                .contains("1 conditional check failed, 3 failed");
    }

    @Test
    void nothingChangesWithoutARequest() {
        stub.answer(ITEM + "}");
        AmazonDynamoDBAsync client = client(handler);
        client.getItem(get());
        client.shutdown();
        assertThat(stub.requests().get(0)).doesNotContain("ReturnConsumedCapacity");
    }

    @Test
    void theGlobalHandlerAndOursRecordOnce() throws Exception {
        InstalledTraces.add(currentTrace);
        stub.answer(ITEM + CAPACITY + "}");
        Trace trace = trace(client ->
                assertThat(client.getItem(get()).getConsumedCapacity()).isNull());
        assertThat(lines(trace)).containsExactly("GetItem polls_state {id: \"doi\"}  1 item, 0.5 RCU");
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            client().getItem(get());
            assertThat(request.finish().calls()).hasSize(1);
        }
    }

    @Test
    void pagesOfARequestThatIsUsedAgainAreOneLine() throws Exception {
        String next = ",\"LastEvaluatedKey\":{\"id\":{\"S\":\"k\"}}";
        stub.answer("{\"Count\":100,\"ScannedCount\":100,\"Items\":[]" + next + "}")
                .answer("{\"Count\":50,\"ScannedCount\":50,\"Items\":[]}");
        Trace trace = trace(client -> {
            QueryRequest query = new QueryRequest("polls_votes")
                    .withKeyConditionExpression("event = :e")
                    .withExpressionAttributeValues(Map.of(":e", new AttributeValue("doi")));
            QueryResult page = client.query(query);
            while (page.getLastEvaluatedKey() != null) {
                page = client.query(query.withExclusiveStartKey(page.getLastEvaluatedKey()));
            }
        });
        assertThat(lines(trace)).containsExactly("Query polls_votes event = \"doi\"  2 pages, 150 items");
        assertThat(trace.totals().get(0).summary()).isEqualTo("2 calls (2 Query)");
    }

    @Test
    void theMapperAndTheDocumentApiAreRecordedAsWhatTheySend() throws Exception {
        stub.answer("{}").answer("{}").answer(ITEM + CAPACITY + "}");
        Trace trace = trace(client -> {
            Vote vote = new Vote();
            vote.setId("doi");
            vote.setCount(3);
            DynamoDBMapper mapper = new DynamoDBMapper(client);
            mapper.save(vote);
            assertThat(mapper.load(Vote.class, "doi").getId()).isEqualTo("doi");
            assertThat(new DynamoDB(client)
                            .getTable("polls_votes")
                            .getItem("id", "doi")
                            .getString("id"))
                    .isEqualTo("doi");
        });
        assertThat(lines(trace))
                .containsExactly(
                        "UpdateItem polls_votes {id: \"doi\"} count PUT 3, id PUT \"doi\"",
                        "PutItem polls_votes {count: 3, id: \"doi\"}",
                        "GetItem polls_votes {id: \"doi\"}  1 item, 0.5 RCU",
                        "GetItem polls_votes {id: \"doi\"}  1 item, 0.5 RCU");
    }

    private interface Work {
        void run(AmazonDynamoDBAsync client) throws Exception;
    }

    private Trace trace(Work work) throws Exception {
        AmazonDynamoDBAsync client = client(handler);
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            work.run(client);
            return request.finish();
        } finally {
            client.shutdown();
        }
    }

    private AmazonDynamoDBAsync client(RequestHandler2... handlers) {
        return AmazonDynamoDBAsyncClientBuilder.standard()
                .withEndpointConfiguration(
                        new EndpointConfiguration(stub.endpoint().toString(), "eu-west-1"))
                .withCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials("id", "key")))
                .withClientConfiguration(new ClientConfiguration().withMaxErrorRetry(2))
                .withRequestHandlers(handlers)
                .build();
    }

    private static GetItemRequest get() {
        return new GetItemRequest("polls_state", Map.of("id", new AttributeValue("doi")));
    }

    private static List<String> lines(Trace trace) {
        return trace.calls().stream()
                .filter(call -> call.listed())
                .flatMap(call -> call.lines(TextStyle.TRUNCATED).stream())
                .toList();
    }

    /** An item of the mapper. */
    @DynamoDBTable(tableName = "polls_votes")
    public static final class Vote {
        private String id;
        private int count;

        @DynamoDBHashKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public int getCount() {
            return count;
        }

        public void setCount(int count) {
            this.count = count;
        }
    }
}

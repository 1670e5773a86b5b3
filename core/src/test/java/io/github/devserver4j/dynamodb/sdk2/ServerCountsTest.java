package io.github.devserver4j.dynamodb.sdk2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.dynamodb.DynamoDbCall;
import io.github.devserver4j.dynamodb.StubDynamoDb;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncTable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is recorded is what the server was asked. */
@NullUnmarked // a test fails where it dereferences null
final class ServerCountsTest {

    private static final int OPERATIONS = 5;

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final DynamoDbTracing tracing = DynamoDbTracing.create(currentTrace);
    private StubDynamoDb stub;

    @BeforeEach
    void start() throws Exception {
        stub = StubDynamoDb.start();
        stub.answer("{}");
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @ParameterizedTest
    @EnumSource(Clients.class)
    void aRandomScriptIsRecordedAsTheServerSawIt(Clients kind) throws Exception {
        Random random = new Random(42);
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                Clients.Client client = kind.at(stub.endpoint(), tracing.interceptor())) {
            for (int i = 0; i < 60; i++) {
                call(client, random.nextInt(OPERATIONS), "key" + random.nextInt(3));
            }
            List<DynamoDbCall> calls = request.finishedCalls(DynamoDbCall.class);
            assertThat(calls).extracting(DynamoDbCall::name).containsExactlyElementsOf(asked());
        }
    }

    @ParameterizedTest
    @EnumSource(Clients.class)
    void twoThreadsWithARequestEachShareAClient(Clients kind) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        try (Clients.Client client = kind.at(stub.endpoint(), tracing.interceptor())) {
            List<Future<List<DynamoDbCall>>> both = new ArrayList<>();
            for (String key : List.of("first", "second")) {
                Callable<List<DynamoDbCall>> task = () -> {
                    try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                        together.await();
                        for (int i = 0; i < 50; i++) {
                            call(client, i % OPERATIONS, key + i);
                        }
                        return request.finishedCalls(DynamoDbCall.class);
                    }
                };
                both.add(threads.submit(task));
            }
            assertThat(both.get(0).get())
                    .hasSize(50)
                    .allMatch(call -> call.summary().contains("first"));
            assertThat(both.get(1).get())
                    .hasSize(50)
                    .allMatch(call -> call.summary().contains("second"));
            assertThat(asked()).hasSize(100);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theAsynchronousEnhancedClientIsRecorded() throws Exception {
        TableSchema<Item> schema = TableSchema.builder(Item.class)
                .newItemSupplier(Item::new)
                .addAttribute(
                        String.class,
                        a -> a.name("id")
                                .getter(item -> item.id)
                                .setter((item, id) -> item.id = id)
                                .tags(StaticAttributeTags.primaryPartitionKey()))
                .build();
        stub.close();
        stub = StubDynamoDb.start();
        stub.answer("{\"Item\":{\"id\":{\"S\":\"doi\"}}}").answer("{}");
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client = tracing.wrap(
                        Clients.async(stub.endpoint(), tracing.interceptor()).build())) {
            DynamoDbAsyncTable<Item> table = DynamoDbEnhancedAsyncClient.builder()
                    .dynamoDbClient(client)
                    .build()
                    .table("polls_state", schema);
            Item item =
                    table.getItem(Key.builder().partitionValue("doi").build()).join();
            assertThat(item.id).isEqualTo("doi");
            table.putItem(item).join();
            assertThat(request.finishedCalls(DynamoDbCall.class))
                    .extracting(DynamoDbCall::summary)
                    .containsExactly("GetItem polls_state {id: \"doi\"}", "PutItem polls_state {id: \"doi\"}");
            assertThat(asked()).containsExactly("GetItem", "PutItem");
        }
    }

    private static void call(Clients.Client client, int operation, String id) {
        Map<String, AttributeValue> key =
                Map.of("id", AttributeValue.builder().s(id).build());
        switch (operation) {
            case 0 ->
                client.call(
                        sync -> sync.getItem(r -> r.tableName("t").key(key)),
                        async -> async.getItem(r -> r.tableName("t").key(key)).join());
            case 1 ->
                client.call(
                        sync -> sync.putItem(r -> r.tableName("t").item(key)),
                        async -> async.putItem(r -> r.tableName("t").item(key)).join());
            case 2 ->
                client.call(
                        sync -> sync.deleteItem(r -> r.tableName("t").key(key)),
                        async ->
                                async.deleteItem(r -> r.tableName("t").key(key)).join());
            case 3 ->
                client.call(
                        sync -> sync.updateItem(r -> r.tableName("t").key(key)),
                        async ->
                                async.updateItem(r -> r.tableName("t").key(key)).join());
            default ->
                client.call(
                        sync -> sync.query(r -> r.tableName("t")
                                .keyConditionExpression("id = :id")
                                .expressionAttributeValues(Map.of(":id", key.get("id")))),
                        async -> async.query(r -> r.tableName("t")
                                        .keyConditionExpression("id = :id")
                                        .expressionAttributeValues(Map.of(":id", key.get("id"))))
                                .join());
        }
    }

    /** The operations that the server was asked for, in their order. */
    private List<String> asked() {
        return stub.requests().stream()
                .map(request -> request.substring(request.indexOf('.') + 1, request.indexOf(' ')))
                .collect(Collectors.toList());
    }

    static final class Item {
        private String id;
    }
}

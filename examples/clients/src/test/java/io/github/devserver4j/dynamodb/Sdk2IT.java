package io.github.devserver4j.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.dynamodb.sdk2.DynamoDbTracing;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The same script of operations on a bare and on a traced client: same answers, and what is recorded of them. */
@Tag("clients")
final class Sdk2IT {

    private static LocalDynamoDb server;
    private static DynamoDbClient bare;

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final ExecutionInterceptor interceptor =
            DynamoDbTracing.create(currentTrace).interceptor();

    @BeforeAll
    static void start() throws Exception {
        server = LocalDynamoDb.start();
        bare = sync();
    }

    @AfterAll
    static void stop() {
        bare.close();
        server.close();
    }

    @BeforeEach
    void emptyTable() {
        if (bare.listTables().tableNames().contains("votes")) {
            bare.deleteTable(b -> b.tableName("votes"));
        }
        bare.createTable(b -> b.tableName("votes")
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .provisionedThroughput(t -> t.readCapacityUnits(100L).writeCapacityUnits(100L)));
    }

    @Test
    void aTracedClientAnswersAsABareOne() throws Exception {
        List<String> raw = outcomes(bare);
        emptyTable();
        Trace trace;
        List<String> traced;
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbClient client = sync(interceptor)) {
            traced = outcomes(client);
            trace = request.finish();
        }
        assertThat(traced).containsExactlyElementsOf(raw);
        assertThat(lines(trace)).containsExactlyElementsOf(RECORDED);
        assertThat(summary(trace)).startsWith("16 calls (");
    }

    @Test
    void anAsynchronousClientAnswersAsABareOne() throws Exception {
        List<String> raw = outcomes(bare);
        emptyTable();
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbAsyncClient client = DynamoDbAsyncClient.builder()
                        .endpointOverride(server.endpoint())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(credentials())
                        .overrideConfiguration(o -> o.addExecutionInterceptor(interceptor))
                        .build()) {
            List<String> traced = new ArrayList<>();
            for (Step step : SCRIPT) {
                traced.add(outcome(() -> step.async.apply(client)));
            }
            assertThat(traced).containsExactlyElementsOf(raw);
            assertThat(lines(request.finish())).containsExactlyElementsOf(RECORDED);
        }
    }

    @Test
    void theEnhancedClientIsRecordedAsWhatItSends() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbClient client = sync(interceptor)) {
            DynamoDbTable<Vote> votes = DynamoDbEnhancedClient.builder()
                    .dynamoDbClient(client)
                    .build()
                    .table("votes", Vote.SCHEMA);
            Vote vote = new Vote();
            vote.id = "doi";
            votes.putItem(vote);
            assertThat(votes.getItem(Key.builder().partitionValue("doi").build()).id)
                    .isEqualTo("doi");
            assertThat(lines(request.finish()))
                    .containsExactly(
                            "PutItem votes {id: \"doi\"}  1 WCU", "GetItem votes {id: \"doi\"}  1 item, 0.5 RCU");
        }
    }

    @Test
    void pagesAreOneLine() throws Exception {
        IntStream.range(0, 25)
                .forEach(i ->
                        bare.putItem(b -> b.tableName("votes").item(Map.of("id", text("id" + i), "n", number(i)))));
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                DynamoDbClient client = sync(interceptor)) {
            long count = client
                    .scanPaginator(b -> b.tableName("votes")
                            .limit(10)
                            .filterExpression("n < :n")
                            .expressionAttributeValues(Map.of(":n", number(2))))
                    .items()
                    .stream()
                    .count();
            assertThat(count).isEqualTo(2);
            Trace trace = request.finish();
            assertThat(lines(trace))
                    .containsExactly("Scan votes filter n < 2  3 pages, 2 items of 25 scanned, 1.5 RCU");
            assertThat(summary(trace))
                    .isEqualTo("3 calls (3 Scan) consumed 1.5 RCU\n"
                            + "Scan of votes: 25 items scanned, 2 returned: the filter threw away 92%");
        }
    }

    private static final List<Step> SCRIPT = List.of(
            step(
                    c -> c.putItem(b -> b.tableName("votes").item(item("doi", 1))),
                    c -> c.putItem(b -> b.tableName("votes").item(item("doi", 1)))),
            step(
                    c -> c.putItem(b ->
                            b.tableName("votes").item(item("doi", 1)).conditionExpression("attribute_not_exists(id)")),
                    c -> c.putItem(b ->
                            b.tableName("votes").item(item("doi", 1)).conditionExpression("attribute_not_exists(id)"))),
            step(
                    c -> c.getItem(b -> b.tableName("votes").key(key("doi"))),
                    c -> c.getItem(b -> b.tableName("votes").key(key("doi")))),
            step(
                    c -> c.getItem(b -> b.tableName("votes").key(key("none")).consistentRead(true)),
                    c -> c.getItem(b -> b.tableName("votes").key(key("none")).consistentRead(true))),
            step(
                    c -> c.updateItem(b -> b.tableName("votes")
                            .key(key("doi"))
                            .updateExpression("ADD n :one")
                            .expressionAttributeValues(Map.of(":one", number(1)))
                            .returnValues("ALL_NEW")),
                    c -> c.updateItem(b -> b.tableName("votes")
                            .key(key("doi"))
                            .updateExpression("ADD n :one")
                            .expressionAttributeValues(Map.of(":one", number(1)))
                            .returnValues("ALL_NEW"))),
            step(
                    c -> c.batchWriteItem(b -> b.requestItems(Map.of("votes", puts()))),
                    c -> c.batchWriteItem(b -> b.requestItems(Map.of("votes", puts())))),
            step(
                    c -> c.batchGetItem(b -> b.requestItems(Map.of(
                            "votes",
                            software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes.builder()
                                    .keys(List.of(key("a"), key("none")))
                                    .build()))),
                    c -> c.batchGetItem(b -> b.requestItems(Map.of(
                            "votes",
                            software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes.builder()
                                    .keys(List.of(key("a"), key("none")))
                                    .build())))),
            step(
                    c -> c.query(b -> b.tableName("votes")
                            .keyConditionExpression("id = :id")
                            .filterExpression("n > :n")
                            .expressionAttributeValues(Map.of(":id", text("doi"), ":n", number(7)))),
                    c -> c.query(b -> b.tableName("votes")
                            .keyConditionExpression("id = :id")
                            .filterExpression("n > :n")
                            .expressionAttributeValues(Map.of(":id", text("doi"), ":n", number(7))))),
            step(c -> c.scan(b -> b.tableName("votes")), c -> c.scan(b -> b.tableName("votes"))),
            step(
                    c -> c.transactWriteItems(b -> b.transactItems(checkAndPut())),
                    c -> c.transactWriteItems(b -> b.transactItems(checkAndPut()))),
            step(
                    c -> c.executeStatement(
                            b -> b.statement("SELECT * FROM votes WHERE id = ?").parameters(text("doi"))),
                    c -> c.executeStatement(
                            b -> b.statement("SELECT * FROM votes WHERE id = ?").parameters(text("doi")))),
            step(
                    c -> c.executeStatement(b -> b.statement("INSERT INTO votes VALUE {'id': 'p', 'token': 'abc'}")),
                    c -> c.executeStatement(b -> b.statement("INSERT INTO votes VALUE {'id': 'p', 'token': 'abc'}"))),
            step(
                    c -> c.deleteItem(b -> b.tableName("votes").key(key("doi"))),
                    c -> c.deleteItem(b -> b.tableName("votes").key(key("doi")))),
            step(
                    c -> c.getItem(b -> b.tableName("missing").key(key("doi"))),
                    c -> c.getItem(b -> b.tableName("missing").key(key("doi")))),
            step(
                    c -> c.getItem(b -> b.tableName("votes").key(Map.of("wrong", text("doi")))),
                    c -> c.getItem(b -> b.tableName("votes").key(Map.of("wrong", text("doi"))))),
            step(c -> c.listTables(), c -> c.listTables()));

    /** DynamoDB Local counts no capacity for PartiQL. */
    private static final List<String> RECORDED = List.of(
            "PutItem votes {id: \"doi\", n: 1}  1 WCU",
            "PutItem votes {id: \"doi\", n: 1} if attribute_not_exists(id)  conditional check failed",
            "GetItem votes {id: \"doi\"}  1 item, 0.5 RCU",
            "GetItem votes {id: \"none\"}  0 items, 1 RCU",
            "UpdateItem votes {id: \"doi\"} ADD n 1  1 WCU",
            "BatchWriteItem votes (2 puts)  2 WCU",
            "BatchGetItem votes (2 keys)  1 item, 0.5 RCU",
            "Query votes id = \"doi\" filter n > 7  0 items of 1 scanned, 0.5 RCU",
            "Scan votes  3 items, 0.5 RCU",
            "TransactWriteItems votes (1 condition check, 1 put)  2 WCU",
            "ExecuteStatement SELECT * FROM votes WHERE id = 'doi'  1 item",
            "ExecuteStatement INSERT INTO votes VALUE {'id': 'p', 'token': ***}",
            "DeleteItem votes {id: \"doi\"}  1 WCU",
            "GetItem missing {id: \"doi\"}",
            "-- ResourceNotFoundException: Cannot do operations on a non-existent table",
            "GetItem votes {wrong: \"doi\"}",
            "-- DynamoDbException: One of the required keys was not given a value",
            "ListTables");

    private record Step(
            Function<DynamoDbClient, ? extends SdkPojo> sync, Function<DynamoDbAsyncClient, ? extends SdkPojo> async) {}

    private static Step step(
            Function<DynamoDbClient, ? extends SdkPojo> sync,
            Function<DynamoDbAsyncClient, ? extends java.util.concurrent.CompletableFuture<? extends SdkPojo>> async) {
        return new Step(sync, client -> async.apply(client).join());
    }

    private static List<String> outcomes(DynamoDbClient client) {
        List<String> outcomes = new ArrayList<>();
        SCRIPT.forEach(step -> outcomes.add(outcome(() -> step.sync.apply(client))));
        return outcomes;
    }

    private static String outcome(java.util.function.Supplier<? extends SdkPojo> work) {
        try {
            return work.get().toString();
        } catch (CompletionException failure) {
            return outcome(failure.getCause());
        } catch (DynamoDbException failure) {
            return outcome(failure);
        }
    }

    private static String outcome(Throwable failure) {
        return failure.getClass()
                + ((DynamoDbException) failure).awsErrorDetails().errorMessage();
    }

    private static DynamoDbClient sync(ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(credentials())
                .overrideConfiguration(o -> o.executionInterceptors(List.of(interceptors)))
                .build();
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key"));
    }

    private static List<WriteRequest> puts() {
        return List.of(
                WriteRequest.builder().putRequest(p -> p.item(item("a", 1))).build(),
                WriteRequest.builder().putRequest(p -> p.item(item("b", 2))).build());
    }

    private static List<TransactWriteItem> checkAndPut() {
        return List.of(
                TransactWriteItem.builder()
                        .conditionCheck(
                                c -> c.tableName("votes").key(key("doi")).conditionExpression("attribute_exists(id)"))
                        .build(),
                TransactWriteItem.builder()
                        .put(p -> p.tableName("votes").item(item("c", 3)))
                        .build());
    }

    private static Map<String, AttributeValue> item(String id, int n) {
        Map<String, AttributeValue> item = new java.util.LinkedHashMap<>();
        item.put("id", text(id));
        item.put("n", number(n));
        return item;
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", text(id));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.builder().s(value).build();
    }

    private static AttributeValue number(int value) {
        return AttributeValue.builder().n(Integer.toString(value)).build();
    }

    private static List<String> lines(Trace trace) {
        return trace.calls().stream()
                .filter(Call::listed)
                .flatMap(call -> call.lines(TextStyle.TRUNCATED).stream())
                .toList();
    }

    private static String summary(Trace trace) {
        return trace.totals().get(0).summary();
    }

    /** An item of the enhanced client. */
    public static final class Vote {
        static final TableSchema<Vote> SCHEMA = TableSchema.builder(Vote.class)
                .newItemSupplier(Vote::new)
                .addAttribute(
                        String.class,
                        a -> a.name("id")
                                .getter(vote -> vote.id)
                                .setter((vote, id) -> vote.id = id)
                                .tags(StaticAttributeTags.primaryPartitionKey()))
                .build();

        private String id;
    }
}

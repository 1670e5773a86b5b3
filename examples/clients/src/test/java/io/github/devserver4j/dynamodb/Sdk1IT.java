package io.github.devserver4j.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.handlers.RequestHandler2;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.dynamodbv2.model.AmazonDynamoDBException;
import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.GetItemRequest;
import com.amazonaws.services.dynamodbv2.model.KeySchemaElement;
import com.amazonaws.services.dynamodbv2.model.KeysAndAttributes;
import com.amazonaws.services.dynamodbv2.model.ProvisionedThroughput;
import com.amazonaws.services.dynamodbv2.model.PutItemRequest;
import com.amazonaws.services.dynamodbv2.model.QueryRequest;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateItemRequest;
import io.github.devserver4j.dynamodb.sdk1.DynamoDbTracing;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same script of operations on a bare and on a traced client of SDK 1. */
@Tag("clients")
final class Sdk1IT {

    private static final List<Function<AmazonDynamoDB, Object>> SCRIPT = List.of(
            c -> c.putItem("votes", Map.of("id", text("doi"))),
            c -> c.putItem(new PutItemRequest("votes", Map.of("id", text("doi")))
                    .withConditionExpression("attribute_not_exists(id)")),
            c -> c.getItem("votes", key()),
            c -> c.getItem(new GetItemRequest("votes", key()).withReturnConsumedCapacity("TOTAL")),
            c -> c.updateItem(new UpdateItemRequest()
                    .withTableName("votes")
                    .withKey(key())
                    .withUpdateExpression("ADD n :one")
                    .withExpressionAttributeValues(Map.of(":one", new AttributeValue().withN("1")))),
            c -> c.batchGetItem(Map.of("votes", new KeysAndAttributes().withKeys(List.of(key())))),
            c -> c.query(new QueryRequest("votes")
                    .withKeyConditionExpression("id = :id")
                    .withExpressionAttributeValues(Map.of(":id", text("doi")))),
            c -> c.scan(new ScanRequest("votes")),
            c -> c.deleteItem("votes", key()),
            c -> c.getItem("missing", key()));

    @Test
    void aTracedClientAnswersAsABareOne() throws Exception {
        CurrentTrace currentTrace = CurrentTrace.create();
        try (LocalDynamoDb server = LocalDynamoDb.start();
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            AmazonDynamoDB bare = client(server);
            AmazonDynamoDB traced =
                    client(server, DynamoDbTracing.create(currentTrace).handler());
            createTable(bare);
            List<Object> raw = outcomes(bare);
            assertThat(outcomes(traced)).containsExactlyElementsOf(raw);
            Trace trace = request.finish();
            bare.shutdown();
            traced.shutdown();
            assertThat(trace.calls().stream()
                            .filter(Call::listed)
                            .flatMap(call -> call.lines(TextStyle.TRUNCATED).stream()))
                    .containsExactly(
                            "PutItem votes {id: \"doi\"}  1 WCU",
                            "PutItem votes {id: \"doi\"} if attribute_not_exists(id)  conditional check failed",
                            "GetItem votes {id: \"doi\"}  1 item, 0.5 RCU",
                            "GetItem votes {id: \"doi\"}  1 item, 0.5 RCU",
                            "UpdateItem votes {id: \"doi\"} ADD n 1  1 WCU",
                            "BatchGetItem votes (1 key)  1 item, 0.5 RCU",
                            "Query votes id = \"doi\"  1 item, 0.5 RCU",
                            "Scan votes  1 item, 0.5 RCU",
                            "DeleteItem votes {id: \"doi\"}  1 WCU",
                            "GetItem missing {id: \"doi\"}",
                            "-- ResourceNotFoundException: Cannot do operations on a non-existent table");
        }
    }

    private static void createTable(AmazonDynamoDB client) {
        client.createTable(
                List.of(new AttributeDefinition("id", "S")),
                "votes",
                List.of(new KeySchemaElement("id", "HASH")),
                new ProvisionedThroughput(100L, 100L));
    }

    private static List<Object> outcomes(AmazonDynamoDB client) {
        List<Object> outcomes = new ArrayList<>();
        for (Function<AmazonDynamoDB, Object> step : SCRIPT) {
            try {
                outcomes.add(step.apply(client));
            } catch (AmazonDynamoDBException failure) {
                outcomes.add(failure.getClass() + failure.getErrorMessage());
            }
        }
        return outcomes;
    }

    private static AmazonDynamoDB client(LocalDynamoDb server, RequestHandler2... handlers) {
        return AmazonDynamoDBClientBuilder.standard()
                .withEndpointConfiguration(
                        new EndpointConfiguration(server.endpoint().toString(), "eu-west-1"))
                .withCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials("id", "key")))
                .withRequestHandlers(handlers)
                .build();
    }

    private static Map<String, AttributeValue> key() {
        return Map.of("id", text("doi"));
    }

    private static AttributeValue text(String value) {
        return new AttributeValue(value);
    }
}

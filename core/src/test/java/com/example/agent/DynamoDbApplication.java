package com.example.agent;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBAsync;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBAsyncClientBuilder;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Calls to DynamoDB by both SDKs. */
public class DynamoDbApplication extends VanillaApplication {

    private static final Map<String, AttributeValue> KEY =
            Map.of("id", AttributeValue.builder().s("doi").build());

    private final URI endpoint = URI.create("http://127.0.0.1:" + number("dynamodb.port"));
    private final DynamoDbClient sync = syncClient();
    private final DynamoDbAsyncClient async = asyncClient();
    private final AmazonDynamoDBAsync first = firstClient();

    /** Before any request. */
    public DynamoDbApplication() {
        on("/sync", () -> sync(sync));
        on("/async", () -> async(async));
        on("/made", this::made);
        on("/sdk1", this::sdk1);
    }

    protected void configure(DynamoDbClientBuilder builder) {}

    protected void configure(DynamoDbAsyncClientBuilder builder) {}

    protected DynamoDbAsyncClient built(DynamoDbAsyncClient client) {
        return client;
    }

    protected void configure(AmazonDynamoDBAsyncClientBuilder builder) {}

    private DynamoDbClient syncClient() {
        DynamoDbClientBuilder builder = DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")));
        configure(builder);
        return builder.build();
    }

    private DynamoDbAsyncClient asyncClient() {
        DynamoDbAsyncClientBuilder builder = DynamoDbAsyncClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")));
        configure(builder);
        return built(builder.build());
    }

    private AmazonDynamoDBAsync firstClient() {
        AmazonDynamoDBAsyncClientBuilder builder = AmazonDynamoDBAsyncClientBuilder.standard()
                .withEndpointConfiguration(new EndpointConfiguration(endpoint.toString(), "eu-west-1"))
                .withCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials("id", "key")));
        configure(builder);
        return builder.build();
    }

    private static void sync(DynamoDbClient client) {
        client.getItem(get -> get.tableName("polls_state").key(KEY));
        client.putItem(put -> put.tableName("polls_state").item(KEY));
        client.query(query -> query.tableName("polls_state").keyConditionExpression("id = 1"));
    }

    private static void async(DynamoDbAsyncClient client) {
        client.getItem(get -> get.tableName("polls_state").key(KEY)).join();
        client.putItem(put -> put.tableName("polls_state").item(KEY)).join();
    }

    private void made() {
        try (DynamoDbClient client = syncClient();
                DynamoDbAsyncClient other = asyncClient()) {
            sync(client);
            async(other);
        }
    }

    private void sdk1() throws Exception {
        var key = Map.of("id", new com.amazonaws.services.dynamodbv2.model.AttributeValue("doi"));
        first.getItem("polls_state", key);
        first.putItemAsync("polls_state", key).get(5, TimeUnit.SECONDS);
    }

    @Override
    protected void close() {
        sync.close();
        async.close();
        first.shutdown();
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new DynamoDbApplication().serve();
    }
}

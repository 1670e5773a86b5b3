package io.github.devserver4j.dynamodb.sdk2;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The clients of the SDK as one: what they do is the same but for the thread that it comes on. */
@NullUnmarked // a test fails where it dereferences null
enum Clients {
    SYNC,
    ASYNC;

    /** What both clients can do. */
    interface Client extends AutoCloseable {
        GetItemResponse getItem(GetItemRequest request);

        QueryResponse query(QueryRequest request);

        <T> T call(Function<DynamoDbClient, T> sync, Function<DynamoDbAsyncClient, T> async);

        @Override
        void close();
    }

    Client at(URI endpoint, ExecutionInterceptor... interceptors) {
        return this == SYNC
                ? new Sync(sync(endpoint, interceptors).build())
                : new Async(async(endpoint, interceptors).build());
    }

    static DynamoDbClientBuilder sync(URI endpoint, ExecutionInterceptor... interceptors) {
        return configured(DynamoDbClient.builder(), endpoint, interceptors);
    }

    static DynamoDbAsyncClientBuilder async(URI endpoint, ExecutionInterceptor... interceptors) {
        return configured(DynamoDbAsyncClient.builder(), endpoint, interceptors);
    }

    private static <B extends AwsClientBuilder<B, ?>> B configured(
            B builder, URI endpoint, ExecutionInterceptor... interceptors) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")))
                .overrideConfiguration(
                        o -> o.apiCallTimeout(Duration.ofSeconds(20)).executionInterceptors(List.of(interceptors)));
    }

    private record Sync(DynamoDbClient client) implements Client {
        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return client.getItem(request);
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            return client.query(request);
        }

        @Override
        public <T> T call(Function<DynamoDbClient, T> sync, Function<DynamoDbAsyncClient, T> async) {
            return sync.apply(client);
        }

        @Override
        public void close() {
            client.close();
        }
    }

    private record Async(DynamoDbAsyncClient client) implements Client {
        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return call(c -> null, c -> c.getItem(request).join());
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            return call(c -> null, c -> c.query(request).join());
        }

        @Override
        public <T> T call(Function<DynamoDbClient, T> sync, Function<DynamoDbAsyncClient, T> async) {
            try {
                return async.apply(client);
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }

        @Override
        public void close() {
            client.close();
        }
    }
}

package io.github.devserver4j.dynamodb.sdk2;

import io.github.devserver4j.trace.CurrentTrace;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/**
 * Records what a client of the AWS SDK 2 asks of DynamoDB:
 *
 * <pre>{@code
 * DynamoDbTracing tracing = DynamoDbTracing.create(devServer.currentTrace());
 * DynamoDbClient client = DynamoDbClient.builder()
 *         .overrideConfiguration(o -> o.addExecutionInterceptor(tracing.interceptor()))
 *         .build();
 * }</pre>
 *
 * <p>An asynchronous client has the interceptor as well, and is {@linkplain #wrap wrapped}, so that timeouts and
 * cancellations are told too.
 *
 * <p>A client that has the {@linkplain GlobalDynamoDbInterceptor global interceptor}, too, is recorded once. Immutable.
 */
public final class DynamoDbTracing {

    private final CurrentTrace currentTrace;
    private final ExecutionInterceptor interceptor;

    private DynamoDbTracing(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
        this.interceptor = new TracingInterceptor() {
            @Override
            CurrentTrace currentTrace() {
                return currentTrace;
            }
        };
    }

    /** Records in the requests of this trace. */
    public static DynamoDbTracing create(CurrentTrace currentTrace) {
        return new DynamoDbTracing(currentTrace);
    }

    /** For {@code overrideConfiguration}, of any number of clients. Thread-safe. */
    public ExecutionInterceptor interceptor() {
        return interceptor;
    }

    /**
     * The client, whose calls are also told to have failed where the SDK tells its interceptors nothing: an API call
     * timeout, a future that the application cancels, credentials that are missing. The client needs an interceptor of
     * ours as well, and gives the same futures as before:
     *
     * <pre>{@code
     * DynamoDbAsyncClient client = tracing.wrap(DynamoDbAsyncClient.builder()
     *         .overrideConfiguration(o -> o.addExecutionInterceptor(tracing.interceptor()))
     *         .build());
     * }</pre>
     *
     * @return a client that closes this one, or the client itself if it is wrapped
     */
    public DynamoDbAsyncClient wrap(DynamoDbAsyncClient client) {
        return AsyncClientHandler.wrap(client, currentTrace);
    }
}

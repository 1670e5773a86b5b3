package io.github.devserver4j.dynamodb.sdk2;

import io.github.devserver4j.trace.CurrentTrace;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

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
 * <p>A client that has the {@linkplain GlobalDynamoDbInterceptor global interceptor}, too, is recorded once. Immutable.
 */
public final class DynamoDbTracing {

    private final ExecutionInterceptor interceptor;

    private DynamoDbTracing(CurrentTrace currentTrace) {
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
}

package io.github.devserver4j.dynamodb.sdk1;

import com.amazonaws.handlers.RequestHandler2;
import io.github.devserver4j.trace.CurrentTrace;

/**
 * Records what a client of the AWS SDK 1 asks of DynamoDB:
 *
 * <pre>{@code
 * AmazonDynamoDB client = AmazonDynamoDBClientBuilder.standard()
 *         .withRequestHandlers(DynamoDbTracing.create(devServer.currentTrace()).handler())
 *         .build();
 * }</pre>
 *
 * <p>A client that has the {@linkplain GlobalDynamoDbHandler global handler}, too, is recorded once. Immutable.
 */
public final class DynamoDbTracing {

    private final RequestHandler2 handler;

    private DynamoDbTracing(CurrentTrace currentTrace) {
        this.handler = new TracingHandler() {
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

    /** For {@code withRequestHandlers}, of any number of clients. Thread-safe. */
    public RequestHandler2 handler() {
        return handler;
    }
}

package io.github.devserver4j.dynamodb.sdk2;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * Travels with an asynchronous request to the interceptor that records it, and tells that call of the end of the future
 * that the application was given: the SDK tells interceptors of no API call timeout and of no cancellation. One for each
 * request; thread-safe.
 */
final class FutureEnd {

    /** Names of attributes are unique in the SDK, which a web application may share with others. */
    private static final ExecutionAttribute<FutureEnd> END =
            new ExecutionAttribute<>("io.github.devserver4j.dynamodb.end." + UUID.randomUUID());

    private volatile @Nullable SdkExchange exchange;

    /** The request with this along. */
    SdkRequest along(DynamoDbRequest request) {
        AwsRequestOverrideConfiguration.Builder configuration = request.overrideConfiguration()
                .map(AwsRequestOverrideConfiguration::toBuilder)
                .orElseGet(AwsRequestOverrideConfiguration::builder);
        return request.toBuilder()
                .overrideConfiguration(
                        configuration.putExecutionAttribute(END, this).build())
                .build();
    }

    /** A call was begun; it is told of its future's end if somebody looks after that. */
    static void awaitedBy(SdkExchange exchange, ExecutionAttributes attributes) {
        FutureEnd end = attributes.getAttribute(END);
        if (end != null) {
            end.exchange = exchange;
        }
    }

    /** The SDK has made the future that the application is about to be given. */
    void of(CompletableFuture<?> future) {
        SdkExchange begun = exchange;
        if (begun != null) { // or nobody records it
            begun.endsWith(future);
        }
    }
}

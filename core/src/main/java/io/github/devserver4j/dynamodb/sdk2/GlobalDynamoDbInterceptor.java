package io.github.devserver4j.dynamodb.sdk2;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.InstalledTraces;
import org.jspecify.annotations.Nullable;

/**
 * Records DynamoDB's clients wherever the application builds them: the AWS SDK finds this class by its name in
 * {@code software/amazon/awssdk/global/handlers/execution.interceptors} and puts one into each client of any service.
 * Thread-safe.
 */
public final class GlobalDynamoDbInterceptor extends TracingInterceptor {

    /** Made by the SDK. */
    public GlobalDynamoDbInterceptor() {}

    @Override
    @Nullable
    CurrentTrace currentTrace() {
        return InstalledTraces.current();
    }
}

package io.github.devserver4j.dynamodb.sdk1;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.InstalledTraces;
import org.jspecify.annotations.Nullable;

/**
 * Records DynamoDB's clients wherever the application builds them: the AWS SDK finds this class by its name in
 * {@code com/amazonaws/global/handlers/request.handler2s} and puts one into each client of any service. Thread-safe.
 */
public final class GlobalDynamoDbHandler extends TracingHandler {

    /** Made by the SDK. */
    public GlobalDynamoDbHandler() {}

    @Override
    @Nullable
    CurrentTrace currentTrace() {
        return InstalledTraces.current();
    }
}

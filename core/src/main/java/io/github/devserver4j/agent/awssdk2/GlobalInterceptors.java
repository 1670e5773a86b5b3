package io.github.devserver4j.agent.awssdk2;

import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.dynamodb.sdk2.DynamoDbTracing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Adds an interceptor to those that every client gets, and wraps asynchronous clients. Thread-safe. */
public final class GlobalInterceptors implements BiFunction<Object, Object, Object> {

    private final DynamoDbTracing tracing;

    /** For the requests of this recording. */
    public GlobalInterceptors(Recording recording) {
        this.tracing = DynamoDbTracing.create(recording.currentTrace());
    }

    @Override
    public Object apply(Object self, Object value) {
        if (value instanceof DynamoDbAsyncClient client) {
            return tracing.wrap(client);
        }
        List<Object> interceptors = new ArrayList<>((List<?>) value);
        interceptors.add(tracing.interceptor());
        return interceptors;
    }
}

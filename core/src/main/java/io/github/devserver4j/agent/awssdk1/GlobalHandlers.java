package io.github.devserver4j.agent.awssdk1;

import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.dynamodb.sdk1.DynamoDbTracing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Adds a handler to those that every client gets. Thread-safe. */
public final class GlobalHandlers implements BiFunction<Object, Object, Object> {

    private final DynamoDbTracing tracing;

    /** For the requests of this recording. */
    public GlobalHandlers(Recording recording) {
        this.tracing = DynamoDbTracing.create(recording.currentTrace());
    }

    @Override
    public Object apply(Object self, Object value) {
        List<Object> handlers = new ArrayList<>((List<?>) value);
        handlers.add(tracing.handler());
        return handlers;
    }
}

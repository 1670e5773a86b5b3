package io.github.devserver4j.agent.jdkhttp;

import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.httpclient.jdk.JdkHttpTracing;
import java.net.http.HttpClient;
import java.util.function.BiFunction;

/** Wraps each client that a builder has built. Thread-safe. */
public final class ClientWrapper implements BiFunction<Object, Object, Object> {

    private final JdkHttpTracing tracing;

    /** For the requests of this recording. */
    public ClientWrapper(Recording recording) {
        this.tracing = JdkHttpTracing.create(recording.currentTrace());
    }

    @Override
    public Object apply(Object self, Object value) {
        return value instanceof HttpClient client ? tracing.wrap(client) : value;
    }
}

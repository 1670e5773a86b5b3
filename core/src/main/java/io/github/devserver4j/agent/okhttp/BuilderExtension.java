package io.github.devserver4j.agent.okhttp;

import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.httpclient.okhttp.OkHttpTracing;
import java.util.function.BiFunction;
import okhttp3.OkHttpClient;

/** Adds to each builder what records, when a client is constructed from it. Thread-safe. */
public final class BuilderExtension implements BiFunction<Object, Object, Object> {

    private final OkHttpTracing tracing;

    /** For the requests of this recording. */
    public BuilderExtension(Recording recording) {
        this.tracing = OkHttpTracing.create(recording.currentTrace());
    }

    @Override
    public Object apply(Object self, Object value) {
        return value instanceof OkHttpClient.Builder builder ? tracing.install(builder) : value;
    }
}

package io.github.devserver4j.agent.apachehttp;

import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.httpclient.apache.ApacheHttpTracing;
import java.util.function.BiFunction;
import org.apache.hc.client5.http.impl.async.H2AsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** Adds to each builder what records, when it is about to build. Thread-safe. */
public final class BuilderExtension implements BiFunction<Object, Object, Object> {

    private final ApacheHttpTracing tracing;

    /** For the requests of this recording. */
    public BuilderExtension(Recording recording) {
        this.tracing = ApacheHttpTracing.create(recording.currentTrace());
    }

    @Override
    public Object apply(Object self, Object value) {
        if (value instanceof HttpClientBuilder classic) {
            tracing.install(classic);
        } else if (value instanceof HttpAsyncClientBuilder async) {
            tracing.install(async);
        } else if (value instanceof H2AsyncClientBuilder multiplexing) {
            tracing.install(multiplexing);
        }
        return value;
    }
}

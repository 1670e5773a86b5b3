package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpConformance;
import io.github.devserver4j.httpclient.TestClient;
import io.github.devserver4j.trace.CurrentTrace;
import org.jspecify.annotations.Nullable;

/** Apache's classic client. */
final class ApacheClassicIT extends HttpConformance {

    @Override
    protected TestClient client(@Nullable CurrentTrace traced) throws Exception {
        return new ApacheTestClient(traced);
    }

    @Override
    protected int bytesOfZipped(int zipped, boolean decompressed) {
        return decompressed ? 10_000 : zipped;
    }
}

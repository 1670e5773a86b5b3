package io.github.devserver4j.httpclient.okhttp;

import io.github.devserver4j.httpclient.HttpConformance;
import io.github.devserver4j.httpclient.TestClient;
import io.github.devserver4j.trace.CurrentTrace;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** OkHttp and its dispatcher. */
final class OkHttpAsyncIT extends HttpConformance {

    @Override
    protected TestClient client(@Nullable CurrentTrace traced) throws Exception {
        return new OkHttpTestClient(traced, Protocol.HTTP_1_1, true);
    }

    @Override
    protected int bytesOfZipped(int zipped, boolean decompressed) {
        return zipped;
    }
}

package io.github.devserver4j.httpclient.jdk;

import io.github.devserver4j.httpclient.HttpConformance;
import io.github.devserver4j.httpclient.TestClient;
import io.github.devserver4j.trace.CurrentTrace;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/** The JDK's client by HTTP/2. */
final class JdkHttp2IT extends HttpConformance {

    @Override
    protected TestClient client(@Nullable CurrentTrace traced) throws Exception {
        return new JdkTestClient(traced, HttpClient.Version.HTTP_2, false);
    }

    @Override
    protected int bytesOfZipped(int zipped, boolean decompressed) {
        return zipped;
    }
}

package io.github.devserver4j.httpclient;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client under test, raw or traced, in the form that all of them can be asked in. */
public interface TestClient extends AutoCloseable {

    /** An answer whose body was read. */
    record Answer(int status, String contentType, String body) {}

    /** A body that is read bit by bit. */
    interface Streamed extends AutoCloseable {
        /** The number of bytes read; negative at the end. */
        int read(byte[] buffer) throws Exception;

        @Override
        void close() throws Exception;
    }

    /** Sends a request and waits for all of its answer, at most two seconds for each step. */
    Answer send(String method, String url, byte @Nullable [] body, Map<String, String> headers) throws Exception;

    /** Sends a GET and hands out its body. */
    Streamed stream(String url) throws Exception;

    /** A GET without headers of its own. */
    default Answer get(String url) throws Exception {
        return send("GET", url, null, Map.of());
    }

    @Override
    default void close() throws Exception {}
}

package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.CountingStream;
import io.github.devserver4j.httpclient.HttpExchange;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/** The body of an answer, counted while the application reads it. */
final class CountingEntity extends HttpEntityWrapper {

    private final HttpExchange exchange;
    private @Nullable CountingStream counted;

    CountingEntity(HttpEntity entity, HttpExchange exchange) {
        super(entity);
        this.exchange = exchange;
    }

    /** Null where the entity, which may be an interceptor's of the application, gives null. */
    @Override
    public @Nullable InputStream getContent() throws IOException {
        @Nullable InputStream current = super.getContent();
        if (current == null) {
            return null;
        }
        CountingStream known = counted;
        if (known != null && known.isOf(current)) { // an entity may hand out the same stream each time
            return known;
        }
        CountingStream fresh = new CountingStream(current, exchange);
        counted = fresh;
        return fresh;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            super.writeTo(new CountedOutput(out));
            exchange.bodyRead();
        } catch (Throwable thrown) {
            exchange.bodyFailed(thrown);
            throw thrown;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            exchange.givenUp();
        }
    }

    private final class CountedOutput extends FilterOutputStream {

        CountedOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            exchange.received(1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            exchange.received(length);
        }
    }
}

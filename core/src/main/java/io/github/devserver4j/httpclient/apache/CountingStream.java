package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpExchange;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read and learns of the end. For one thread at a time, as any stream. */
final class CountingStream extends FilterInputStream {

    private final HttpExchange exchange;

    CountingStream(InputStream stream, HttpExchange exchange) {
        super(stream);
        this.exchange = exchange;
    }

    @Override
    public int read() throws IOException {
        try {
            int read = in.read();
            counted(read < 0 ? -1 : 1);
            return read;
        } catch (Throwable thrown) {
            exchange.bodyFailed(thrown);
            throw thrown;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = in.read(bytes, offset, length);
            counted(read);
            return read;
        } catch (Throwable thrown) {
            exchange.bodyFailed(thrown);
            throw thrown;
        }
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = in.skip(n);
        counted(skipped);
        return skipped;
    }

    private void counted(long read) {
        if (read < 0) {
            exchange.bodyRead();
        } else if (read > 0) {
            exchange.received(read);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            in.close();
        } finally {
            exchange.givenUp();
        }
    }
}

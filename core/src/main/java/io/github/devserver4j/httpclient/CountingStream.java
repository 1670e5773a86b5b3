package io.github.devserver4j.httpclient;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of an answer: counts what is read and learns of the end; what is read again after a reset counts once. For
 * one thread at a time, as any stream.
 */
public final class CountingStream extends FilterInputStream {

    private final HttpExchange exchange;

    /** How many bytes of the body are to come; counts on below zero where that is not known. */
    private long rest;

    private long restAtMark;

    /** Tells {@code exchange} what is read of {@code stream}. */
    public CountingStream(InputStream stream, HttpExchange exchange) {
        this(stream, HttpCall.UNKNOWN_BYTES, exchange);
    }

    /** As above; that the body is read to its end is known after {@code length} bytes, unless that is negative. */
    public CountingStream(InputStream stream, long length, HttpExchange exchange) {
        super(stream);
        this.rest = length;
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

    /** Whether it counts what is read of this very stream. */
    @SuppressWarnings("ReferenceEquality")
    public boolean isOf(InputStream stream) {
        return in == stream;
    }

    private void counted(long read) {
        if (read < 0) {
            exchange.bodyRead();
        } else if (read > 0) {
            rest -= read;
            exchange.received(read);
            if (rest == 0) {
                exchange.bodyRead();
            }
        }
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // for one thread at a time
    public void mark(int limit) {
        in.mark(limit);
        restAtMark = rest;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void reset() throws IOException {
        in.reset();
        exchange.received(rest - restAtMark);
        rest = restAtMark;
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

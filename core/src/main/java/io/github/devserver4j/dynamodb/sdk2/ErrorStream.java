package io.github.devserver4j.dynamodb.sdk2;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of an error, looked into as the SDK reads it. */
final class ErrorStream extends FilterInputStream {

    private final ErrorBody body;

    ErrorStream(InputStream content, ErrorBody body) {
        super(content);
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b < 0) {
            body.end();
        } else {
            body.read(new byte[] {(byte) b}, 0, 1);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count < 0) {
            body.end();
        } else {
            body.read(bytes, offset, count);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        body.end();
        super.close();
    }
}

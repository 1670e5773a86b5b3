package io.github.devserver4j.spring.http;

import io.github.devserver4j.httpclient.HttpCall;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The size of a request's body, counted while it is written, which a client may do on a thread of its own, and again if
 * it repeats the request.
 */
final class BodySize {

    private volatile long bytes = HttpCall.UNKNOWN_BYTES;
    private @Nullable Counting counting;

    /** What was written; unknown where there is no body. */
    long bytes() {
        return bytes;
    }

    /** The stream that counts for {@code body}, which a request may hand out again and again. */
    @SuppressWarnings("ReferenceEquality") // it is about the very stream
    OutputStream counted(OutputStream body) {
        Counting known = counting;
        if (known == null || known.body() != body) {
            known = new Counting(body);
            counting = known;
        }
        return known;
    }

    private final class Counting extends FilterOutputStream {

        private long count;

        Counting(OutputStream body) {
            super(body);
            bytes = 0;
        }

        OutputStream body() {
            return out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            counted(1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
            counted(length);
        }

        private void counted(int length) {
            count += length;
            bytes = count;
        }

        /** Flushing is for the application to decide. */
        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}

package io.github.devserver4j.httpclient.apache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Hands a body that comes asynchronously to a thread that reads it, and lets no more come than is read. */
final class BodyQueue implements AsyncResponseConsumer<Void> {

    private static final byte[] END = {};

    private final CountDownLatch head = new CountDownLatch(1);
    private final LinkedBlockingQueue<byte[]> parts = new LinkedBlockingQueue<>();
    private volatile @Nullable CapacityChannel channel;
    private volatile @Nullable FutureCallback<Void> result;
    private byte[] current = END;
    private int position;

    void awaitHead() throws InterruptedException {
        head.await();
    }

    int read(byte[] buffer) throws Exception {
        if (position == current.length) {
            current = parts.take();
            position = 0;
        }
        if (current.length == 0) {
            return -1;
        }
        int length = Math.min(buffer.length, current.length - position);
        System.arraycopy(current, position, buffer, 0, length);
        position += length;
        CapacityChannel open = channel;
        if (open != null) {
            askForMore(open, length);
        }
        return length;
    }

    /** A connection that is closed by now has brought all it will, and what is missing then is seen by its length. */
    private static void askForMore(CapacityChannel open, int length) throws IOException {
        try {
            open.update(length);
        } catch (ClosedChannelException over) {
            // nothing more will come
        }
    }

    @Override
    public void consumeResponse(
            HttpResponse response, @Nullable EntityDetails entity, HttpContext context, FutureCallback<Void> callback) {
        result = callback;
        head.countDown();
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {}

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        if (channel == null) {
            capacity.update(1 << 16);
        }
        channel = capacity;
    }

    @Override
    public void consume(ByteBuffer source) {
        byte[] part = new byte[source.remaining()];
        source.get(part);
        if (part.length > 0) {
            parts.add(part);
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        FutureCallback<Void> callback = result;
        if (callback != null) {
            callback.completed(null);
        }
        parts.add(END);
    }

    @Override
    public void failed(Exception cause) {
        parts.add(END);
        head.countDown();
    }

    @Override
    public void releaseResources() {}
}

package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.jspecify.annotations.Nullable;

/** Counts a body on its way and keeps nothing of it. */
final class CountingConsumer implements AsyncDataConsumer {

    private final AsyncDataConsumer consumer;
    private final HttpExchange exchange;

    CountingConsumer(AsyncDataConsumer consumer, HttpExchange exchange) {
        this.consumer = consumer;
        this.exchange = exchange;
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        consumer.updateCapacity(channel);
    }

    @Override
    public void consume(ByteBuffer source) throws IOException {
        exchange.received(source.remaining()); // a consumer takes all, but need not move the position
        consumer.consume(source);
    }

    /** What a consumer does here may complete the application's future. */
    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) throws HttpException, IOException {
        exchange.bodyRead();
        consumer.streamEnd(trailers);
    }

    /** Comes before the callback learns of a failure, so it is no end of the call. */
    @Override
    public void releaseResources() {
        consumer.releaseResources();
    }
}

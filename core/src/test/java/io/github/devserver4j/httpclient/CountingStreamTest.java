package io.github.devserver4j.httpclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class CountingStreamTest {

    private final CurrentTrace currentTrace = CurrentTrace.create();

    @Test
    void whatIsReadAgainCountsOnce() throws Exception {
        HttpCall call = recorded(HttpCall.UNKNOWN_BYTES, stream -> {
            stream.mark(1);
            assertThat(stream.read()).isEqualTo(0);
            stream.reset();
            assertThat(stream.readAllBytes()).hasSize(10);
        });
        assertThat(call.responseBytes()).isEqualTo(10);
        assertThat(call.complete()).isTrue();
    }

    @Test
    void aBodyIsReadOnceAllOfItsLengthIs() throws Exception {
        assertThat(recorded(10, stream -> stream.read(new byte[10])).complete()).isTrue();
        assertThat(recorded(10, stream -> stream.read(new byte[9])).complete()).isFalse();
        assertThat(recorded(HttpCall.UNKNOWN_BYTES, stream -> stream.read(new byte[10]))
                        .complete())
                .isFalse();
    }

    private interface Reading {
        void of(InputStream stream) throws IOException;
    }

    private HttpCall recorded(long length, Reading reading) throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            HttpExchange exchange = HttpCalls.of(currentTrace)
                    .exchange(
                            Objects.requireNonNull(currentTrace.get()),
                            "http://a.example/",
                            new HttpOperation("GET", null, "http://a.example/"));
            exchange.begin();
            exchange.answered(200);
            exchange.returned();
            try (InputStream stream = new CountingStream(new ByteArrayInputStream(new byte[10]), length, exchange)) {
                reading.of(stream);
            }
            return request.finishedCalls(HttpCall.class).get(0);
        }
    }
}

package io.github.devserver4j.httpclient.apache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.httpclient.CountingStream;
import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.httpclient.HttpExchange;
import io.github.devserver4j.httpclient.HttpOperation;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.io.InputStream;
import java.util.Objects;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.io.entity.NullEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a counted body hands out. */
final class CountingEntityTest {

    private final CurrentTrace currentTrace = CurrentTrace.create();

    @Test
    void anEntityWithoutContentStaysOne() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                CountingEntity entity = new CountingEntity(new Empty(), exchange())) {
            assertThat(entity.getContent()).isNull();
        }
    }

    @Test
    void contentIsCounted() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace);
                CountingEntity entity = new CountingEntity(new StringEntity("hello"), exchange())) {
            assertThat(entity.getContent()).isInstanceOf(CountingStream.class).hasContent("hello");
        }
    }

    private HttpExchange exchange() {
        return HttpCalls.of(currentTrace)
                .exchange(
                        Objects.requireNonNull(currentTrace.get()),
                        "http://a.example/",
                        new HttpOperation("GET", null, "http://a.example/"));
    }

    /** As an interceptor of the application's may put in an answer. */
    private static final class Empty extends HttpEntityWrapper {

        Empty() {
            super(NullEntity.INSTANCE);
        }

        @Override
        public @Nullable InputStream getContent() {
            return null;
        }
    }
}

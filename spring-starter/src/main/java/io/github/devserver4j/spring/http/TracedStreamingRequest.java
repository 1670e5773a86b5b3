package io.github.devserver4j.spring.http;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.trace.Scope;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;

/** A request whose body is written when it is executed, straight to the connection. */
final class TracedStreamingRequest extends TracedRequest implements StreamingHttpOutputMessage {

    private final StreamingHttpOutputMessage message;

    /** The message is the request. */
    TracedStreamingRequest(ClientHttpRequest request, StreamingHttpOutputMessage message, HttpCalls calls) {
        super(request, calls);
        this.message = message;
    }

    @Override
    public void setBody(Body body) {
        message.setBody(body == null ? body : new CountedBody(body)); // null: the request will complain itself
    }

    /** The application's body. */
    private final class CountedBody implements Body {

        private final Body body;

        CountedBody(Body body) {
            this.body = body;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (Scope application = calls.application()) {
                body.writeTo(bodySize.counted(out));
            }
        }

        @Override
        public boolean repeatable() {
            return body.repeatable();
        }
    }
}

package io.github.devserver4j.spring.http;

import io.github.devserver4j.httpclient.HttpCall;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.web.reactive.function.client.ClientRequest;

/**
 * The application's request with the headers of its trace, which remembers what message it was sent as: from that the
 * length of the body is known once it is encoded.
 */
final class SentRequest {

    private ClientRequest request;
    private volatile @Nullable ReactiveHttpOutputMessage message;

    private SentRequest(ClientRequest request) {
        this.request = request;
    }

    /** A request of the application's own class that can't be copied is sent as it is. */
    static SentRequest of(ClientRequest request, @Nullable TraceContext context) {
        SentRequest sent = new SentRequest(request);
        try {
            sent.request = sent.copy(request, context);
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
        return sent;
    }

    private ClientRequest copy(ClientRequest original, @Nullable TraceContext context) {
        ClientRequest.Builder copy = ClientRequest.from(original);
        if (context != null) {
            copy.headers(headers -> SpringHeaders.add(headers, context));
        }
        return copy.body((output, strategies) -> {
                    message = output;
                    return original.body().insert(output, strategies);
                })
                .build();
    }

    ClientRequest request() {
        return request;
    }

    /** The length of the body in bytes; negative if it is not known beforehand, or there is none. */
    long bytes() {
        ReactiveHttpOutputMessage known = message;
        return known == null ? HttpCall.UNKNOWN_BYTES : known.getHeaders().getContentLength();
    }
}

package io.github.devserver4j.spring.http;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.trace.Faults;
import java.util.List;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

/** Has the calls of WebClients recorded by their last filter, which sees what is sent. */
final class WebClients {

    private WebClients() {}

    /** A builder whose clients are recorded. */
    static WebClient.Builder traced(WebClient.Builder builder, HttpCalls calls) {
        return TracedBuilder.of(WebClient.Builder.class, builder, plain -> {
            WebClient.Builder copy = plain.clone();
            trace(copy, calls);
            return copy.build();
        });
    }

    /** An equal client that is recorded. */
    static WebClient traced(WebClient client, HttpCalls calls) {
        WebClient.Builder copy = client.mutate();
        trace(copy, calls);
        return copy.build();
    }

    /** Has the client that this builder builds next recorded. */
    static void trace(WebClient.Builder builder, HttpCalls calls) {
        try {
            builder.filters(filters -> addLast(filters, calls));
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
    }

    private static void addLast(List<ExchangeFilterFunction> filters, HttpCalls calls) {
        filters.removeIf(TracingFilter.class::isInstance);
        filters.add(new TracingFilter(calls));
    }
}

package io.github.devserver4j.spring.http;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.trace.Faults;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.client.RestClient;

/**
 * Has the calls of RestClients recorded by their request factories: an interceptor would have Spring buffer the bodies
 * of requests.
 */
final class RestClients {

    private RestClients() {}

    /** A builder whose clients are recorded. */
    static RestClient.Builder traced(RestClient.Builder builder, HttpCalls calls) {
        return TracedBuilder.of(RestClient.Builder.class, builder, plain -> tracedOrPlain(plain.build(), calls));
    }

    /** An equal client that is recorded; the client itself if it is so already, or is not one of Spring's own class. */
    static RestClient traced(RestClient client, HttpCalls calls) {
        ClientHttpRequestFactory factory = requestFactory(client);
        return factory == null || factory instanceof TracedRequestFactory
                ? client
                : client.mutate()
                        .requestFactory(TracedRequestFactory.of(factory, calls))
                        .build();
    }

    /** Has the client that this builder builds next recorded; for builders that nothing is told after this. */
    static void trace(RestClient.Builder builder, HttpCalls calls) {
        try {
            ClientHttpRequestFactory factory = requestFactory(builder.clone().build());
            if (factory != null) {
                builder.requestFactory(TracedRequestFactory.of(factory, calls));
            }
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
    }

    private static RestClient tracedOrPlain(RestClient client, HttpCalls calls) {
        try {
            return traced(client, calls);
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
            return client;
        }
    }

    /** What Spring chose if the application set none; a client tells it by no method. */
    private static @Nullable ClientHttpRequestFactory requestFactory(RestClient client) {
        Field field = ReflectionUtils.findField(client.getClass(), null, ClientHttpRequestFactory.class);
        if (field == null) {
            return null;
        }
        field.setAccessible(true);
        return (ClientHttpRequestFactory) ReflectionUtils.getField(field, client);
    }
}

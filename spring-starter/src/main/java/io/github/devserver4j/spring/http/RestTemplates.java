package io.github.devserver4j.spring.http;

import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.trace.Faults;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.util.ClassUtils;
import org.springframework.web.client.RestTemplate;

/** Has the calls of RestTemplates recorded by their request factories, within all interceptors. */
final class RestTemplates {

    private RestTemplates() {}

    /** The same template, whose calls are recorded from now on. */
    static RestTemplate traced(RestTemplate template, HttpCalls calls) {
        List<ClientHttpRequestInterceptor> interceptors = template.getInterceptors(); // the template's own list
        List<ClientHttpRequestInterceptor> known = new ArrayList<>(interceptors);
        interceptors.clear(); // with them the template tells a factory of its own around that which was set
        try {
            ClientHttpRequestFactory factory = template.getRequestFactory();
            template.setRequestFactory(CastableFactories.traced(factory, calls));
        } finally {
            interceptors.addAll(known);
        }
        return template;
    }

    /** A builder of templates that are recorded; Boot's versions have it, and what it is told, in different packages. */
    static Object tracedBuilder(Object builder, HttpCalls calls) {
        Class<?> type = builder.getClass();
        Class<?> customizer = ClassUtils.resolveClassName(
                ClassUtils.getPackageName(type) + ".RestTemplateCustomizer", type.getClassLoader());
        try {
            return type.getMethod("additionalCustomizers", Collection.class)
                    .invoke(builder, List.of(tracing(customizer, calls)));
        } catch (ReflectiveOperationException fault) {
            Faults.report(fault);
            return builder;
        }
    }

    @SuppressWarnings("ReferenceEquality") // as Object has it
    private static Object tracing(Class<?> customizer, HttpCalls calls) {
        return Proxy.newProxyInstance(
                customizer.getClassLoader(),
                new Class<?>[] {customizer},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> "devserver";
                    default -> tracedOrPlain((RestTemplate) arguments[0], calls);
                });
    }

    /** What a customizer returns: null. */
    private static @Nullable Object tracedOrPlain(RestTemplate template, HttpCalls calls) {
        try {
            traced(template, calls);
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
        return null;
    }
}

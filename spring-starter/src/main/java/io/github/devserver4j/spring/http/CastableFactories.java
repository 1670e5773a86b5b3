package io.github.devserver4j.spring.http;

import io.github.devserver4j.httpclient.HttpCalls;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Recorded request factories that are still instances of the application's class: a RestTemplate tells its factory, and
 * applications cast it, to set a timeout for instance.
 */
final class CastableFactories {

    private CastableFactories() {}

    /** One that records already is returned as it is; one whose class can't be extended is wrapped. */
    static ClientHttpRequestFactory traced(ClientHttpRequestFactory factory, HttpCalls calls) {
        if (isTraced(factory)) {
            return factory;
        }
        if (!isExtensible(factory.getClass())) {
            return TracedRequestFactory.of(factory, calls);
        }
        ProxyFactory proxies = new ProxyFactory();
        proxies.setTarget(factory);
        proxies.setProxyTargetClass(true);
        proxies.addAdvice(new Recording(calls));
        return (ClientHttpRequestFactory) proxies.getProxy(factory.getClass().getClassLoader());
    }

    private static boolean isTraced(ClientHttpRequestFactory factory) {
        return factory instanceof Advised advised
                && Stream.of(advised.getAdvisors()).anyMatch(advisor -> advisor.getAdvice() instanceof Recording);
    }

    /** A final method would be executed by the proxy, which has nothing of what the factory is made of. */
    private static boolean isExtensible(Class<?> type) {
        int modifiers = type.getModifiers();
        return Modifier.isPublic(modifiers)
                && !Modifier.isFinal(modifiers)
                && !type.isHidden()
                && Stream.of(type.getMethods()).allMatch(CastableFactories::isOverridable);
    }

    private static boolean isOverridable(Method method) {
        return !Modifier.isFinal(method.getModifiers())
                || Modifier.isStatic(method.getModifiers())
                || method.getDeclaringClass() == Object.class;
    }

    /** Thread-safe. */
    private static final class Recording implements MethodInterceptor {

        private final HttpCalls calls;

        Recording(HttpCalls calls) {
            this.calls = calls;
        }

        @Override
        public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
            Object result = invocation.proceed();
            return result instanceof ClientHttpRequest request ? TracedRequestFactory.traced(request, calls) : result;
        }
    }
}

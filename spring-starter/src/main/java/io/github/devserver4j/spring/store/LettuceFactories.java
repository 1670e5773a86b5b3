package io.github.devserver4j.spring.store;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.cache.redis.lettuce.LettuceTracing;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import io.lettuce.core.AbstractRedisClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Records what Spring Data asks of Redis by Lettuce. A factory of the application's own class is listened to from when it
 * is initialized, if it has a client by then. Thread-safe.
 */
final class LettuceFactories extends FactoryCopies<LettuceConnectionFactory> {

    LettuceFactories(ObjectProvider<DevServer> devServer) {
        super(LettuceConnectionFactory.class, devServer);
    }

    @Override
    LettuceConnectionFactory copyOf(LettuceConnectionFactory factory, CurrentTrace currentTrace) {
        return new TracedLettuceFactory(factory, LettuceTracing.create(currentTrace));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof LettuceConnectionFactory factory && !(bean instanceof TracedLettuceFactory)) {
            LettuceTracing tracing = LettuceTracing.create(currentTrace());
            try {
                AbstractRedisClient client = factory.getNativeClient();
                if (client != null) {
                    tracing.install(client);
                }
            } catch (RuntimeException | LinkageError fault) {
                Faults.report(fault);
            }
        }
        return bean;
    }
}

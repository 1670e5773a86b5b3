package io.github.devserver4j.spring.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.springframework.data.redis.connection.jedis.JedisClientBuilderCustomizer;
import org.springframework.data.redis.connection.jedis.JedisClientConfiguration;

/** A configuration of Jedis that is as another one, but for what customizes clients. */
final class ConfigurationView {

    private ConfigurationView() {}

    static JedisClientConfiguration of(
            JedisClientConfiguration configuration, Optional<JedisClientBuilderCustomizer> customizer) {
        return (JedisClientConfiguration) Proxy.newProxyInstance(
                JedisClientConfiguration.class.getClassLoader(),
                new Class<?>[] {JedisClientConfiguration.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getClientCustomizer")) {
                        return customizer;
                    }
                    try {
                        return method.invoke(configuration, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }
}

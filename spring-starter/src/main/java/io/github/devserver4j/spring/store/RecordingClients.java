package io.github.devserver4j.spring.store;

import io.github.devserver4j.cache.redis.jedis.JedisTracing;
import io.github.devserver4j.trace.Faults;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.data.redis.connection.jedis.JedisClientBuilderCustomizer;
import org.springframework.util.ReflectionUtils;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.builders.AbstractClientBuilder;
import redis.clients.jedis.builders.StandaloneClientBuilder;
import redis.clients.jedis.executors.CommandExecutor;
import redis.clients.jedis.providers.ConnectionProvider;
import redis.clients.jedis.providers.PooledConnectionProvider;

/**
 * Lets a builder make a client that records: of one server by its connections, pipelines and all, and of several or with
 * a cache of its own by its executor. What the application has given the builder is kept. Immutable.
 */
final class RecordingClients implements JedisClientBuilderCustomizer {

    private final JedisTracing tracing;
    private final Optional<JedisClientBuilderCustomizer> application;

    RecordingClients(JedisTracing tracing, Optional<JedisClientBuilderCustomizer> application) {
        this.tracing = tracing;
        this.application = application;
    }

    @Override
    public void customize(AbstractClientBuilder<?, ?> builder) {
        application.ifPresent(customizer -> customizer.customize(builder));
        try {
            record(builder, new DirectFieldAccessor(builder));
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
    }

    private void record(AbstractClientBuilder<?, ?> builder, DirectFieldAccessor settings) {
        Object executor = settings.getPropertyValue("commandExecutor");
        Object provider = settings.getPropertyValue("connectionProvider");
        if (executor == null && provider == null && isPlain(builder, settings)) {
            builder.connectionProvider(connections(settings));
            return;
        }
        if (provider == null) {
            builder.connectionProvider((ConnectionProvider) made(builder, "createDefaultConnectionProvider"));
        }
        builder.commandExecutor(tracing.executor(
                (CommandExecutor) (executor == null ? made(builder, "createDefaultCommandExecutor") : executor)));
    }

    private static boolean isPlain(AbstractClientBuilder<?, ?> builder, DirectFieldAccessor settings) {
        return builder instanceof StandaloneClientBuilder
                && settings.getPropertyValue("cache") == null
                && settings.getPropertyValue("cacheConfig") == null;
    }

    @SuppressWarnings("unchecked") // a builder's pool is one of connections
    private ConnectionProvider connections(DirectFieldAccessor settings) {
        var connections = tracing.connections(
                (HostAndPort) value(settings, "hostAndPort"), (JedisClientConfig) value(settings, "clientConfig"));
        return new PooledConnectionProvider(
                connections, (GenericObjectPoolConfig<Connection>) value(settings, "poolConfig"));
    }

    static Object value(DirectFieldAccessor settings, String name) {
        Object value = settings.getPropertyValue(name);
        if (value == null) {
            throw new IllegalStateException("no " + name);
        }
        return value;
    }

    /** What the builder would make itself; its methods for that are protected. */
    private static Object made(AbstractClientBuilder<?, ?> builder, String method) {
        var found = ReflectionUtils.findMethod(builder.getClass(), method);
        if (found == null) {
            throw new IllegalStateException("no " + method);
        }
        found.setAccessible(true);
        return Objects.requireNonNull(ReflectionUtils.invokeMethod(found, builder));
    }
}

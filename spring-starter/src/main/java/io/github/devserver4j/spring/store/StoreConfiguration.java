package io.github.devserver4j.spring.store;

import com.datastax.oss.driver.api.core.CqlSession;
import io.github.devserver4j.DevServer;
import io.github.devserver4j.cache.redis.lettuce.LettuceTracing;
import io.github.devserver4j.cassandra.CassandraTracing;
import io.github.devserver4j.dynamodb.sdk2.DynamoDbTracing;
import io.github.devserver4j.spring.TracedBeans;
import io.lettuce.core.AbstractRedisClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Records the beans that are clients of stores. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    private static final String SPRING_DATA = "org.springframework.data.redis.connection.";

    /** Lettuce's clients that are beans themselves. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(AbstractRedisClient.class)
    static class OfLettuce {

        @Bean
        static TracedBeans<AbstractRedisClient> devServerLettuceClients(ObjectProvider<DevServer> devServer) {
            return TracedBeans.of(
                    AbstractRedisClient.class,
                    devServer,
                    (current, client) ->
                            LettuceTracing.create(current.currentTrace()).install(client));
        }
    }

    /** Spring Data's connections by Lettuce. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = {"io.lettuce.core.AbstractRedisClient", SPRING_DATA + "lettuce.LettuceConnectionFactory"})
    static class OfSpringDataLettuce {

        @Bean
        static LettuceFactories devServerLettuceFactories(ObjectProvider<DevServer> devServer) {
            return new LettuceFactories(devServer);
        }
    }

    /** Spring Data's connections by Jedis. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = {"redis.clients.jedis.Jedis", SPRING_DATA + "jedis.JedisConnectionFactory"})
    static class OfSpringDataJedis {

        @Bean
        static JedisFactories devServerJedisFactories(ObjectProvider<DevServer> devServer) {
            return new JedisFactories(devServer);
        }
    }

    /** Clients of DynamoDB that wait for nothing; the others are recorded by the SDK's own means. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DynamoDbAsyncClient.class)
    static class OfDynamoDb {

        @Bean
        static TracedBeans<DynamoDbAsyncClient> devServerDynamoDbClients(ObjectProvider<DevServer> devServer) {
            return TracedBeans.of(
                    DynamoDbAsyncClient.class,
                    devServer,
                    (current, client) ->
                            DynamoDbTracing.create(current.currentTrace()).wrap(client));
        }
    }

    /** Sessions of Cassandra. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(CqlSession.class)
    static class OfCassandra {

        @Bean
        static TracedBeans<CqlSession> devServerCassandraSessions(ObjectProvider<DevServer> devServer) {
            return TracedBeans.of(
                    CqlSession.class,
                    devServer,
                    (current, session) ->
                            CassandraTracing.create(current.currentTrace()).wrap(session));
        }
    }
}

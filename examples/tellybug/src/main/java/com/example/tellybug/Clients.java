package com.example.tellybug;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.example.tellybug.servers.Servers;
import io.github.devserver4j.DevServer;
import io.github.devserver4j.cache.memcached.spy.SpyMemcachedTracing;
import io.github.devserver4j.cache.redis.jedis.JedisTracing;
import io.github.devserver4j.cassandra.CassandraTracing;
import io.github.devserver4j.httpclient.jdk.JdkHttpTracing;
import io.github.devserver4j.trace.CurrentTrace;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import javax.sql.DataSource;
import net.spy.memcached.DefaultConnectionFactory;
import net.spy.memcached.MemcachedClient;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.providers.PooledConnectionProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What the application talks to its servers by, each recorded by devserver.
 *
 * @param dynamoDb built with nothing of devserver's: the SDK finds its interceptor by itself
 */
record Clients(
        DataSource database,
        RedisClient redis,
        MemcachedClient memcached,
        DynamoDbClient dynamoDb,
        CqlSession cassandra,
        PushGateway gateway)
        implements AutoCloseable {

    static Clients connect(Servers servers, DevServer devServer) throws Exception {
        CurrentTrace trace = devServer.currentTrace();
        HttpClient http = JdkHttpTracing.create(trace).wrap(HttpClient.newHttpClient());
        return new Clients(
                devServer.wrap(servers.database()),
                redis(servers.redisPort(), JedisTracing.create(trace)),
                SpyMemcachedTracing.create(trace)
                        .newClient(new DefaultConnectionFactory(), List.of(servers.memcached())),
                dynamoDb(servers.dynamoDb()),
                CassandraTracing.create(trace).wrap(cassandra(servers.cassandra())),
                new PushGateway(http, servers.gateway()));
    }

    private static RedisClient redis(int port, JedisTracing tracing) {
        HostAndPort address = new HostAndPort("127.0.0.1", port);
        return RedisClient.builder()
                .connectionProvider(new PooledConnectionProvider(tracing.connections(
                        address, DefaultJedisClientConfig.builder().build())))
                .build();
    }

    private static DynamoDbClient dynamoDb(URI address) {
        return DynamoDbClient.builder()
                .endpointOverride(address)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
    }

    private static CqlSession cassandra(InetSocketAddress address) {
        return CqlSession.builder()
                .addContactPoint(address)
                .withLocalDatacenter("dc1")
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withString(DefaultDriverOption.PROTOCOL_VERSION, "V4") // what the simulator speaks
                        .build())
                .build();
    }

    @Override
    public void close() {
        cassandra.close();
        dynamoDb.close();
        memcached.shutdown();
        redis.close();
    }
}

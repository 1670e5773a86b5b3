package io.github.devserver4j.agent;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDBAsyncClientBuilder;
import com.datastax.oss.driver.api.core.CqlSession;
import com.example.agent.CacheApplication;
import com.example.agent.CassandraApplication;
import com.example.agent.DynamoDbApplication;
import com.example.agent.HttpClientsApplication;
import com.example.agent.JedisApplication;
import com.example.agent.LettuceApplication;
import com.example.agent.MemcachedApplication;
import com.example.agent.MixedApplication;
import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerFilter;
import io.github.devserver4j.cache.jcache.JCacheTracing;
import io.github.devserver4j.cache.memcached.spy.SpyMemcachedTracing;
import io.github.devserver4j.cache.memcached.xmemcached.XMemcachedTracing;
import io.github.devserver4j.cache.redis.jedis.JedisTracing;
import io.github.devserver4j.cache.redis.lettuce.LettuceTracing;
import io.github.devserver4j.cassandra.CassandraTracing;
import io.github.devserver4j.httpclient.apache.ApacheHttpTracing;
import io.github.devserver4j.httpclient.jdk.JdkHttpTracing;
import io.github.devserver4j.httpclient.okhttp.OkHttpTracing;
import io.github.devserver4j.trace.CurrentTrace;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.cache.spi.CachingProvider;
import javax.sql.DataSource;
import net.rubyeye.xmemcached.MemcachedClient;
import net.spy.memcached.DefaultConnectionFactory;
import okhttp3.OkHttpClient;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.executors.ClusterCommandExecutor;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.providers.PooledConnectionProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The applications as somebody wires them who knows devserver; nothing else of them differs. */
@SuppressWarnings("deprecation") // older applications use all of Jedis's clients
final class PlainApplications {

    private static final DevServer DEV_SERVER = DevServer.create();
    private static final CurrentTrace TRACE = DEV_SERVER.currentTrace();

    private PlainApplications() {}

    private static void addFilter(ServletContextHandler context) {
        context.addServletContainerInitializer((classes, servlets) -> DevServerFilter.addTo(servlets, DEV_SERVER));
    }

    static final class OfJedis extends JedisApplication {
        private static final JedisTracing TRACING = JedisTracing.create(TRACE);
        private static final JedisClientConfig CONFIG =
                DefaultJedisClientConfig.builder().build();

        @Override
        protected void configure(ServletContextHandler context) {
            addFilter(context);
        }

        @Override
        protected redis.clients.jedis.RedisClient redisClient() {
            return redis.clients.jedis.RedisClient.builder()
                    .connectionProvider(new PooledConnectionProvider(TRACING.connections(address, CONFIG)))
                    .build();
        }

        @Override
        protected JedisPool newPool(HostAndPort server) {
            return new JedisPool(TRACING.jedises(server, CONFIG));
        }

        @Override
        protected Jedis newJedis() {
            return TRACING.jedis(address, CONFIG);
        }

        @Override
        protected Jedis newLazyJedis() {
            return newJedis();
        }

        @Override
        protected redis.clients.jedis.RedisClusterClient newCluster() {
            ClusterConnectionProvider provider = new ClusterConnectionProvider(Set.of(cluster), CONFIG);
            return redis.clients.jedis.RedisClusterClient.builder()
                    .nodes(Set.of(cluster))
                    .connectionProvider(provider)
                    .commandExecutor(TRACING.executor(new ClusterCommandExecutor(provider, 5, Duration.ofSeconds(5))))
                    .build();
        }

        public static void main(String[] arguments) throws Exception {
            new OfJedis().serve();
        }
    }

    static final class OfLettuce extends LettuceApplication {
        @Override
        protected void configure(ServletContextHandler context) {
            addFilter(context);
        }

        @Override
        protected RedisClient redisClient(RedisURI uri) {
            return LettuceTracing.create(TRACE).install(super.redisClient(uri));
        }

        @Override
        protected RedisClusterClient clusterClient(RedisURI uri) {
            return LettuceTracing.create(TRACE).clusterClient(List.of(uri));
        }

        public static void main(String[] arguments) throws Exception {
            new OfLettuce().serve();
        }
    }

    static final class OfMemcached extends MemcachedApplication {
        OfMemcached() throws Exception {}

        @Override
        protected void configure(ServletContextHandler context) {
            addFilter(context);
        }

        @Override
        protected net.spy.memcached.MemcachedClient spyClient() throws IOException {
            return SpyMemcachedTracing.create(TRACE).newClient(new DefaultConnectionFactory(), List.of(address));
        }

        @Override
        protected MemcachedClient xmemcachedClient() throws IOException {
            return XMemcachedTracing.create(TRACE).wrap(super.xmemcachedClient());
        }

        @Override
        protected MemcachedClient constructedXmemcachedClient() throws IOException {
            return XMemcachedTracing.create(TRACE).wrap(super.constructedXmemcachedClient());
        }

        public static void main(String[] arguments) throws Exception {
            new OfMemcached().serve();
        }
    }

    static final class OfJCache extends CacheApplication {
        @Override
        protected void configure(ServletContextHandler context) {
            addFilter(context);
        }

        @Override
        protected CachingProvider provider(String className) {
            return JCacheTracing.create(TRACE).wrap(super.provider(className));
        }

        public static void main(String[] arguments) throws Exception {
            new OfJCache().serve();
        }
    }

    static final class OfDynamoDb extends DynamoDbApplication {
        @Override
        protected void configure(ServletContextHandler context) {
            addFilter(context);
        }

        @Override
        protected void configure(DynamoDbClientBuilder builder) {
            builder.overrideConfiguration(
                    o -> o.addExecutionInterceptor(io.github.devserver4j.dynamodb.sdk2.DynamoDbTracing.create(TRACE)
                            .interceptor()));
        }

        @Override
        protected void configure(DynamoDbAsyncClientBuilder builder) {
            builder.overrideConfiguration(
                    o -> o.addExecutionInterceptor(io.github.devserver4j.dynamodb.sdk2.DynamoDbTracing.create(TRACE)
                            .interceptor()));
        }

        @Override
        protected DynamoDbAsyncClient built(DynamoDbAsyncClient client) {
            return io.github.devserver4j.dynamodb.sdk2.DynamoDbTracing.create(TRACE)
                    .wrap(client);
        }

        @Override
        protected void configure(AmazonDynamoDBAsyncClientBuilder builder) {
            builder.withRequestHandlers(io.github.devserver4j.dynamodb.sdk1.DynamoDbTracing.create(TRACE)
                    .handler());
        }

        public static void main(String[] arguments) throws Exception {
            new OfDynamoDb().serve();
        }
    }

    static final class OfCassandra extends CassandraApplication {
        @Override
        protected void configure(ServletContextHandler context) {
            addFilter(context);
        }

        @Override
        protected CqlSession session() {
            return CassandraTracing.create(TRACE).wrap(super.session());
        }

        public static void main(String[] arguments) throws Exception {
            new OfCassandra().serve();
        }
    }

    static final class OfJdbc extends MixedApplication {
        OfJdbc() throws Exception {}

        @Override
        protected void configure(ServletContextHandler context) {
            addFilter(context);
        }

        @Override
        protected DataSource dataSource() {
            return DEV_SERVER.wrap(super.dataSource());
        }

        @Override
        protected HttpClient client() {
            return JdkHttpTracing.create(TRACE).wrap(super.client());
        }

        @Override
        protected Runnable given(Runnable task) {
            return TRACE.wrap(task);
        }

        public static void main(String[] arguments) throws Exception {
            new OfJdbc().serve();
        }
    }

    static final class OfHttpClients extends HttpClientsApplication {
        @Override
        protected void configure(ServletContextHandler context) {
            addFilter(context);
        }

        @Override
        protected HttpClient newJdkClient() {
            return JdkHttpTracing.create(TRACE).wrap(super.newJdkClient());
        }

        @Override
        protected HttpClient builtJdkClient() {
            return JdkHttpTracing.create(TRACE).wrap(super.builtJdkClient());
        }

        @Override
        protected CloseableHttpClient apacheClient() {
            return ApacheHttpTracing.create(TRACE)
                    .install(HttpClientBuilder.create())
                    .build();
        }

        @Override
        protected CloseableHttpAsyncClient apacheAsyncClient() {
            return ApacheHttpTracing.create(TRACE)
                    .install(HttpAsyncClientBuilder.create())
                    .build();
        }

        @Override
        protected OkHttpClient newOkHttp() {
            return OkHttpTracing.create(TRACE).wrap(super.newOkHttp());
        }

        @Override
        protected OkHttpClient builtOkHttp() {
            return OkHttpTracing.create(TRACE)
                    .install(new OkHttpClient.Builder())
                    .build();
        }

        public static void main(String[] arguments) throws Exception {
            new OfHttpClients().serve();
        }
    }
}

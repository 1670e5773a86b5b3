package io.github.devserver4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.agent.CacheApplication;
import com.example.agent.CassandraApplication;
import com.example.agent.DynamoDbApplication;
import com.example.agent.HttpClientsApplication;
import com.example.agent.JedisApplication;
import com.example.agent.LettuceApplication;
import com.example.agent.MemcachedApplication;
import com.example.agent.MixedApplication;
import io.github.devserver4j.cache.memcached.ServerKind;
import io.github.devserver4j.cache.memcached.TestServer;
import io.github.devserver4j.cache.redis.RealRedis;
import io.github.devserver4j.cassandra.CassandraServer;
import io.github.devserver4j.dynamodb.StubDynamoDb;
import io.github.devserver4j.httpclient.TestService;
import io.github.devserver4j.testing.ChildJvm;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under the agent an application that knows nothing of devserver gets the lines that plain wiring gives. */
@Timeout(300)
final class AgentClientsIT {

    static java.util.stream.Stream<ChildJvm> jvms() {
        return AgentRun.jvms();
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void jedis(ChildJvm jvm) throws Exception {
        try (RealRedis redis = RealRedis.start();
                RealRedis cluster = RealRedis.startCluster()) {
            sameAsPlain(
                    jvm,
                    JedisApplication.class,
                    PlainApplications.OfJedis.class,
                    "-Dredis.port=" + redis.port(),
                    "-Dcluster.port=" + cluster.port());
        }
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void lettuce(ChildJvm jvm) throws Exception {
        try (RealRedis redis = RealRedis.start();
                RealRedis cluster = RealRedis.startCluster()) {
            sameAsPlain(
                    jvm,
                    LettuceApplication.class,
                    PlainApplications.OfLettuce.class,
                    "-Dredis.port=" + redis.port(),
                    "-Dcluster.port=" + cluster.port());
        }
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void memcached(ChildJvm jvm) throws Exception {
        try (TestServer server = ServerKind.EMBEDDED_TEXT.start()) {
            sameAsPlain(
                    jvm,
                    MemcachedApplication.class,
                    PlainApplications.OfMemcached.class,
                    "-Dmemcached.port=" + server.address().getPort());
        }
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void jcache(ChildJvm jvm) throws Exception {
        sameAsPlain(jvm, CacheApplication.class, PlainApplications.OfJCache.class);
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void cachesOfCaffeineAreCalledByThePlaceTheyWereBuiltAt(ChildJvm jvm) throws Exception {
        List<String> blocks = AgentRun.underAgent(jvm, CacheApplication.OfCaffeine.class);
        assertThat(blocks).singleElement().asString().isEqualTo("""
                    [cache] (Tms) 5 calls made with a 40% hit percentage (3 misses)
                     CacheApplication.java:43: 3 calls, 33%
                     CacheApplication.java:44: 2 calls, 50%
                     CacheApplication.java:43 1 missed 2 times
                [DATE] "GET /caffeine HTTP/1.1" 200 0 (time: T; sql: Tms (0q); mem: M)""");
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void dynamoDb(ChildJvm jvm) throws Exception {
        try (StubDynamoDb stub = StubDynamoDb.start()) {
            stub.answer("{}");
            sameAsPlain(
                    jvm,
                    DynamoDbApplication.class,
                    PlainApplications.OfDynamoDb.class,
                    "-Ddynamodb.port=" + stub.endpoint().getPort());
        }
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void cassandra(ChildJvm jvm) throws Exception {
        try (CassandraServer server = CassandraServer.start(1)) {
            String[] address = server.address(0).split(":", -1);
            sameAsPlain(
                    jvm,
                    CassandraApplication.class,
                    PlainApplications.OfCassandra.class,
                    "-Dcassandra.port=" + address[1],
                    "-Dcassandra.datacenter=" + server.datacenter());
        }
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void httpClients(ChildJvm jvm) throws Exception {
        try (TestService service = TestService.start()) {
            sameAsPlain(
                    jvm,
                    HttpClientsApplication.class,
                    PlainApplications.OfHttpClients.class,
                    "-Dservice.port=" + URI.create(service.url("/")).getPort());
        }
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void jdbc(ChildJvm jvm) throws Exception {
        try (TestService service = TestService.start()) {
            sameAsPlain(
                    jvm,
                    MixedApplication.class,
                    PlainApplications.OfJdbc.class,
                    "-Dservice.port=" + URI.create(service.url("/")).getPort());
        }
    }

    private static void sameAsPlain(ChildJvm jvm, Class<?> application, Class<?> plain, String... options)
            throws Exception {
        List<String> expected = AgentRun.plain(plain, AgentRun.quiet(ChildJvm.like(), options));
        assertThat(expected).isNotEmpty().allMatch(block -> block.startsWith("    ["));
        assertThat(AgentRun.underAgent(jvm, application, AgentRun.quiet(jvm, options)))
                .containsExactlyElementsOf(expected);
        assertThat(AgentRun.plainUnderAgent(jvm, plain, AgentRun.quiet(jvm, options)))
                .as("nothing is recorded twice")
                .containsExactlyElementsOf(expected);
    }
}

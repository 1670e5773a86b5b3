package io.github.devserver4j.spring.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.simulacron.common.cluster.ClusterSpec;
import com.datastax.oss.simulacron.server.BoundCluster;
import com.datastax.oss.simulacron.server.Server;
import com.sun.net.httpserver.HttpServer;
import io.github.devserver4j.spring.RecordedBeans;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

@Tag("clients")
final class ClientsIT {

    private static final GetItemRequest USER_1 = GetItemRequest.builder()
            .tableName("users")
            .key(Map.of("id", AttributeValue.fromN("1")))
            .build();

    @Test
    void dynamoDbIsRecordedOnceAndWithWhatTheSdkTellsNobody() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var application = RecordedBeans.application()
                .withBean(
                        DynamoDbClient.class,
                        () -> DynamoDbClient.builder()
                                .endpointOverride(endpoint)
                                .region(Region.EU_WEST_1)
                                .credentialsProvider(credentials())
                                .build())
                .withBean(
                        DynamoDbAsyncClient.class,
                        () -> DynamoDbAsyncClient.builder()
                                .endpointOverride(endpoint)
                                .region(Region.EU_WEST_1)
                                .credentialsProvider(credentials())
                                .build());
        try {
            application.run(context -> {
                DynamoDbClient sync = context.getBean(DynamoDbClient.class);
                DynamoDbAsyncClient async = context.getBean(DynamoDbAsyncClient.class);
                List<String> texts = RecordedBeans.recorded(context, () -> {
                    assertThat(sync.getItem(USER_1).hasItem()).isFalse();
                    assertThat(async.getItem(USER_1).join().hasItem()).isFalse();
                });
                assertThat(texts).hasSize(2).allMatch(text -> text.contains("users"));
                assertThat(java.lang.reflect.Proxy.isProxyClass(async.getClass()))
                        .isTrue();
            });
        } finally {
            server.stop(0);
        }
        application.run(
                context -> { // the server is gone
                    DynamoDbAsyncClient async = context.getBean(DynamoDbAsyncClient.class);
                    assertThat(RecordedBeans.recorded(
                                    context,
                                    () -> assertThatThrownBy(
                                                    () -> async.getItem(USER_1).join())
                                            .isInstanceOf(CompletionException.class)))
                            .hasSize(1);
                });
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key"));
    }

    @Test
    void sessionsOfCassandraAreRecorded() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        try (Server server = Server.builder().withAddressResolver(() -> address).build();
                BoundCluster cluster = server.register(ClusterSpec.builder().withNodes(1))) {
            RecordedBeans.application()
                    .withBean(CqlSession.class, () -> session(cluster))
                    .run(context -> {
                        CqlSession session = context.getBean(CqlSession.class);
                        assertThat(RecordedBeans.recorded(
                                        context,
                                        () -> assertThat(session.execute("SELECT name FROM users"))
                                                .isNotNull()))
                                .hasSize(1)
                                .first()
                                .asString()
                                .contains("users");
                    });
        }
    }

    private static CqlSession session(BoundCluster cluster) {
        return CqlSession.builder()
                .addContactPoint(cluster.node(0).inetSocketAddress())
                .withLocalDatacenter(cluster.node(0).getDataCenter().getName())
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(20))
                        .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                        .build())
                .build();
    }
}

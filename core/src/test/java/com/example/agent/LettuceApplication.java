package com.example.agent;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import java.util.concurrent.TimeUnit;

/** Commands of Lettuce, by each of its interfaces. */
public class LettuceApplication extends VanillaApplication {

    private final RedisClient client = redisClient(RedisURI.create("127.0.0.1", number("redis.port")));
    private final RedisClusterClient cluster = clusterClient(RedisURI.create("127.0.0.1", number("cluster.port")));
    private final StatefulRedisConnection<String, String> connection = client.connect();
    private final StatefulRedisClusterConnection<String, String> clusterConnection = cluster.connect();

    /** Connects before any request. */
    public LettuceApplication() {
        on("/sync", this::sync);
        on("/async", this::async);
        on("/reactive", this::reactive);
        on("/pipeline", this::pipeline);
        on("/cluster", this::cluster);
        on("/made", this::made);
    }

    protected RedisClient redisClient(RedisURI uri) {
        return RedisClient.create(uri);
    }

    protected RedisClusterClient clusterClient(RedisURI uri) {
        return RedisClusterClient.create(uri);
    }

    private void sync() {
        connection.sync().flushall();
        connection.sync().set("users:1", "Ann");
        connection.sync().get("users:1");
        connection.sync().get("users:2");
    }

    private void async() throws Exception {
        connection.async().get("users:1").get(5, TimeUnit.SECONDS);
        connection.async().get("users:2").get(5, TimeUnit.SECONDS);
        connection.async().set("users:2", "Bob").get(5, TimeUnit.SECONDS);
    }

    private void reactive() {
        connection.reactive().mget("users:1", "users:9").collectList().block();
        connection.reactive().get("users:1").block();
        connection.sync().get("users:1"); // Lettuce tells its listeners of an end after it has told the application
    }

    private void pipeline() throws Exception {
        connection.setAutoFlushCommands(false);
        RedisFuture<String> hit = connection.async().get("users:1");
        RedisFuture<String> miss = connection.async().get("users:9");
        connection.flushCommands();
        hit.get(5, TimeUnit.SECONDS);
        miss.get(5, TimeUnit.SECONDS);
        connection.setAutoFlushCommands(true);
    }

    private void cluster() {
        clusterConnection.sync().set("users:3", "Eve");
        clusterConnection.sync().get("users:3");
    }

    private void made() {
        RedisClient made = redisClient(RedisURI.create("127.0.0.1", number("redis.port")));
        try (StatefulRedisConnection<String, String> connected = made.connect()) {
            connected.sync().get("users:1");
        } finally {
            made.shutdown(0, 5, TimeUnit.SECONDS);
        }
    }

    @Override
    protected void close() {
        client.shutdown(0, 5, TimeUnit.SECONDS);
        cluster.shutdown(0, 5, TimeUnit.SECONDS);
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new LettuceApplication().serve();
    }
}

package com.example.tellybug.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.sql.DataSource;

/** All servers that the application needs, started on ports of their own. Used by one thread. */
public final class Servers implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final H2Backend h2;
    private final RedisBackend redis;
    private final MemcachedBackend memcached;
    private final DynamoDbBackend dynamoDb;
    private final CassandraBackend cassandra;
    private final GatewayBackend gateway;

    private Servers(Path dynamoDbLocal, String selectUser, Map<String, String> users) throws Exception {
        try {
            h2 = started(new H2Backend());
            redis = started(new RedisBackend());
            memcached = started(new MemcachedBackend());
            dynamoDb = started(new DynamoDbBackend(dynamoDbLocal));
            cassandra = started(new CassandraBackend(selectUser, users));
            gateway = started(new GatewayBackend());
        } catch (Exception failure) {
            close();
            throw failure;
        }
    }

    /**
     * Starts all.
     *
     * @param dynamoDbLocal the folder with the jars of DynamoDB Local
     * @param selectUser the query that Cassandra is asked, with a parameter {@code :id}
     * @param users the names of the users that Cassandra knows, by their id
     * @throws Exception if one of them can't be started; those started before are stopped again
     */
    public static Servers start(Path dynamoDbLocal, String selectUser, Map<String, String> users) throws Exception {
        return new Servers(dynamoDbLocal, selectUser, users);
    }

    private <B extends AutoCloseable> B started(B backend) {
        started.push(backend);
        return backend;
    }

    public DataSource database() {
        return h2.dataSource();
    }

    public int redisPort() {
        return redis.port();
    }

    public InetSocketAddress memcached() {
        return memcached.address();
    }

    public URI dynamoDb() {
        return dynamoDb.address();
    }

    public InetSocketAddress cassandra() {
        return cassandra.address();
    }

    public URI gateway() {
        return gateway.address();
    }

    /** From now on counts begin at zero. */
    public void reset() throws Exception {
        h2.reset();
        redis.reset();
        memcached.reset();
        dynamoDb.reset();
        cassandra.reset();
        gateway.reset();
    }

    /** What was counted since {@link #reset}. */
    public ServerCounts counts() throws Exception {
        return new ServerCounts(
                h2.statements(),
                redis.counts(),
                memcached.counts(),
                dynamoDb.counts(),
                cassandra.queries(),
                gateway.requests());
    }

    /** Stops all that were started, the last one first. */
    @Override
    public void close() throws IOException {
        IOException failures = null;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failure) {
                failures = failures == null ? new IOException("a server could not be stopped", failure) : failures;
            }
        }
        if (failures != null) {
            throw failures;
        }
    }
}

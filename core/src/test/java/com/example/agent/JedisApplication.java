package com.example.agent;

import java.util.List;
import java.util.Set;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** Commands of Jedis, by each of its clients. */
@SuppressWarnings("deprecation") // older applications use all of them
public class JedisApplication extends VanillaApplication {

    protected final HostAndPort address = new HostAndPort("127.0.0.1", number("redis.port"));
    protected final HostAndPort cluster = new HostAndPort("127.0.0.1", number("cluster.port"));

    /** Before any request. */
    public JedisApplication() {
        on("/unified", () -> unified(redisClient()));
        on("/pool", this::pool);
        on("/jedis", this::jedis);
        on("/lazy", this::lazy);
        on("/cluster", this::cluster);
        on("/refused", this::refused);
        on("/late", this::late);
    }

    protected RedisClient redisClient() {
        return RedisClient.builder().hostAndPort(address).build();
    }

    protected JedisPool newPool(HostAndPort server) {
        return new JedisPool(server.getHost(), server.getPort());
    }

    protected Jedis newJedis() {
        return new Jedis(
                address, redis.clients.jedis.DefaultJedisClientConfig.builder().build());
    }

    protected Jedis newLazyJedis() {
        return new Jedis("127.0.0.1", address.getPort());
    }

    protected RedisClusterClient newCluster() {
        return RedisClusterClient.builder().nodes(Set.of(cluster)).build();
    }

    private static void unified(UnifiedJedis client) {
        try (client) {
            client.flushAll();
            client.set("users:1", "Ann");
            client.get("users:1");
            client.get("users:2");
            client.mget("users:1", "users:2");
            try {
                client.lpush("users:1", "x");
            } catch (JedisDataException wrongType) {
                client.del("users:1", "users:2");
            }
            try (AbstractPipeline pipeline = client.pipelined()) {
                pipeline.set("a", "1");
                pipeline.get("a");
                pipeline.get("b");
                pipeline.sync();
            }
            try (AbstractTransaction transaction = client.multi()) {
                transaction.incr("a");
                transaction.get("a");
                transaction.exec();
            }
        }
    }

    private void pool() {
        try (JedisPool pool = newPool(address)) {
            for (int i = 0; i < 2; i++) {
                try (Jedis jedis = pool.getResource()) {
                    jedis.set("p", "1");
                    jedis.get("p");
                    Pipeline pipeline = jedis.pipelined();
                    pipeline.get("p");
                    pipeline.get("q");
                    pipeline.sync();
                }
            }
        }
    }

    private void jedis() {
        try (Jedis jedis = newJedis()) {
            jedis.hset("h", "f", "v");
            jedis.hget("h", "f");
            jedis.exists("h");
        }
    }

    private void lazy() {
        try (Jedis jedis = newLazyJedis()) {
            jedis.select(0);
            jedis.get("h2");
        }
    }

    private void cluster() {
        try (RedisClusterClient client = newCluster()) {
            client.set("c", "1");
            client.get("c");
            client.get("d");
        }
    }

    private void refused() {
        try (JedisPool pool = newPool(new HostAndPort("127.0.0.1", 1));
                Jedis jedis = pool.getResource()) {
            jedis.get("never");
        } catch (JedisConnectionException refused) {
            List.of(refused);
        }
    }

    /** Begun without a request. */
    private final List<JedisPool> pools = List.of(newPool(address));

    private void late() {
        try (Jedis jedis = pools.get(0).getResource()) {
            jedis.get("p");
        }
    }

    @Override
    protected void close() {
        pools.forEach(JedisPool::close);
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new JedisApplication().serve();
    }
}

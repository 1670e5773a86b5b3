package com.example.tellybug.servers;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

/** A Redis, and what its {@code INFO} says of the commands it got. */
final class RedisBackend implements AutoCloseable {

    private static final Pattern CALLS = Pattern.compile("cmdstat_([^:|]+)[^:]*:calls=(\\d+)");

    /** What connections and this class itself send. */
    private static final Set<String> NOT_THE_APPLICATIONS =
            Set.of("auth", "client", "config", "hello", "info", "ping", "quit", "select");

    private final int port = FreePort.find();
    private final RedisServer server;
    private final Jedis control;

    RedisBackend() throws IOException {
        server = RedisServer.newRedisServer().port(port).bind("127.0.0.1").build();
        server.start();
        control = new Jedis("127.0.0.1", port);
    }

    int port() {
        return port;
    }

    void reset() {
        control.configResetStat();
    }

    CacheCounts counts() {
        Matcher calls = CALLS.matcher(control.info("commandstats"));
        long commands = 0;
        while (calls.find()) {
            if (!NOT_THE_APPLICATIONS.contains(calls.group(1))) {
                commands += Long.parseLong(calls.group(2));
            }
        }
        String stats = control.info("stats");
        return new CacheCounts(commands, number(stats, "keyspace_hits"), number(stats, "keyspace_misses"));
    }

    private static long number(String info, String name) {
        Matcher number = Pattern.compile(name + ":(\\d+)").matcher(info);
        if (!number.find()) {
            throw new IllegalStateException("Redis does not tell " + name);
        }
        return Long.parseLong(number.group(1));
    }

    @Override
    public void close() throws IOException {
        control.close();
        server.stop();
    }
}

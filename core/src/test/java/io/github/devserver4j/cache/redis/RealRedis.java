package io.github.devserver4j.cache.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.embedded.RedisServer;

/** A Redis server of its own on a free port of this machine. */
public final class RealRedis implements AutoCloseable {

    private static final Pattern CALLS = Pattern.compile("cmdstat_([\\w|]+):calls=(\\d+)");

    private final RedisServer server;
    private final int port;

    private RealRedis(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts it. */
    public static RealRedis start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        RedisServer server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
        server.start();
        return new RealRedis(server, port);
    }

    public int port() {
        return port;
    }

    /** How often each command was called, by {@code INFO commandstats}: names in upper case. */
    public static Map<String, Long> calls(String commandStats) {
        Map<String, Long> calls = new TreeMap<>();
        Matcher line = CALLS.matcher(commandStats);
        while (line.find()) {
            calls.put(line.group(1).toUpperCase(Locale.ROOT), Long.valueOf(line.group(2)));
        }
        return calls;
    }

    /** Stops it at once, clients or not. */
    @Override
    public void close() throws IOException {
        server.stop();
    }
}

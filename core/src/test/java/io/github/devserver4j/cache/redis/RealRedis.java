package io.github.devserver4j.cache.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.embedded.RedisServer;

/** A Redis server of its own on a free port of this machine. */
public final class RealRedis implements AutoCloseable {

    private static final Pattern CALLS = Pattern.compile("cmdstat_([\\w|]+):calls=(\\d+)");

    private static final int SLOTS = 16_384;

    private final RedisServer server;
    private final int port;

    private RealRedis(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts one that is no part of a cluster. */
    public static RealRedis start() throws IOException {
        return start("no");
    }

    /** Starts one that is a cluster of its own: it has all slots. */
    public static RealRedis startCluster() throws IOException {
        RealRedis redis = start("yes");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port);
                BufferedReader replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            for (int first = 0; first < SLOTS; first += 1_024) {
                String slots = IntStream.range(first, first + 1_024)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" "));
                socket.getOutputStream().write(("CLUSTER ADDSLOTS " + slots + "\r\n").getBytes(UTF_8));
                replies.readLine();
            }
            do {
                socket.getOutputStream().write("SET probe 1\r\nDEL probe\r\n".getBytes(UTF_8));
            } while (!(replies.readLine() + replies.readLine()).equals("+OK:1"));
        }
        return redis;
    }

    private static RealRedis start(String cluster) throws IOException {
        int port = freePort();
        RedisServer server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .setting("cluster-enabled " + cluster)
                .setting("cluster-config-file "
                        + Files.createTempDirectory("redis").resolve("nodes.conf"))
                .build();
        server.start();
        return new RealRedis(server, port);
    }

    /** One whose cluster's bus, 10,000 above, has a port as well. */
    private static int freePort() throws IOException {
        int port;
        do {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
        } while (port > 55_000);
        return port;
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

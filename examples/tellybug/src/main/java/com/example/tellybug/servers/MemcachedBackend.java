package com.example.tellybug.servers;

import com.thimbleware.jmemcached.CacheImpl;
import com.thimbleware.jmemcached.Key;
import com.thimbleware.jmemcached.LocalCacheElement;
import com.thimbleware.jmemcached.MemCacheDaemon;
import com.thimbleware.jmemcached.storage.CacheStorage;
import com.thimbleware.jmemcached.storage.hash.ConcurrentLinkedHashMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A memcached, and what its {@code stats} say. */
final class MemcachedBackend implements AutoCloseable {

    private static final int MAX_ITEMS = 10_000;
    private static final long MAX_BYTES = 16 * 1024 * 1024;

    private final InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePort.find());
    private final MemCacheDaemon<LocalCacheElement> daemon = new MemCacheDaemon<>();
    private CacheCounts atReset = new CacheCounts(0, 0, 0);

    MemcachedBackend() {
        CacheStorage<Key, LocalCacheElement> storage =
                ConcurrentLinkedHashMap.create(ConcurrentLinkedHashMap.EvictionPolicy.FIFO, MAX_ITEMS, MAX_BYTES);
        daemon.setCache(new CacheImpl(storage));
        daemon.setAddr(address);
        daemon.setBinary(false);
        daemon.setVerbose(false);
        daemon.start();
    }

    InetSocketAddress address() {
        return address;
    }

    void reset() throws IOException {
        atReset = total();
    }

    CacheCounts counts() throws IOException {
        return total().since(atReset);
    }

    private CacheCounts total() throws IOException {
        Map<String, Long> stats = stats();
        long commands = number(stats, "cmd_gets") + number(stats, "cmd_sets");
        return new CacheCounts(commands, number(stats, "get_hits"), number(stats, "get_misses"));
    }

    private static long number(Map<String, Long> stats, String name) {
        Long number = stats.get(name);
        if (number == null) {
            throw new IllegalStateException("memcached does not tell " + name);
        }
        return number;
    }

    /** By the text protocol, over a connection of its own. */
    private Map<String, Long> stats() throws IOException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("stats\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            Map<String, Long> stats = new HashMap<>();
            for (String line = in.readLine(); line != null && !line.equals("END"); line = in.readLine()) {
                String[] words = line.split(" ", 3);
                if (words.length == 3 && words[2].matches("\\d{1,18}")) {
                    stats.put(words[1], Long.valueOf(words[2]));
                }
            }
            return stats;
        }
    }

    @Override
    public void close() {
        daemon.stop();
    }
}

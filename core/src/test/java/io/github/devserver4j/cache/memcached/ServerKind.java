package io.github.devserver4j.cache.memcached;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.thimbleware.jmemcached.CacheImpl;
import com.thimbleware.jmemcached.Key;
import com.thimbleware.jmemcached.LocalCacheElement;
import com.thimbleware.jmemcached.MemCacheDaemon;
import com.thimbleware.jmemcached.storage.hash.ConcurrentLinkedHashMap;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The servers that tests run against, and the protocol that clients speak with them. */
public enum ServerKind {
    /** jmemcached, in this JVM. */
    EMBEDDED_TEXT(false, false),
    /** The {@code memcached} program, if it is on the path. */
    REAL_TEXT(true, false),
    /** The {@code memcached} program, by the binary protocol. */
    REAL_BINARY(true, true);

    private static final String PROGRAM = "memcached";

    private final boolean real;
    private final boolean binary;

    ServerKind(boolean real, boolean binary) {
        this.real = real;
        this.binary = binary;
    }

    /** Whether it is the original. */
    public boolean isReal() {
        return real;
    }

    /** Whether clients speak the binary protocol. */
    public boolean isBinary() {
        return binary;
    }

    /** Starts one. Skips the test where the program is missing, except where it has to be there. */
    public TestServer start() {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), TestServer.freePort());
        if (!real) {
            return embedded(address);
        }
        if (System.getenv("CI") == null) {
            assumeTrue(isInstalled(), "SKIPPED: the memcached program is not on the path");
        }
        assertThat(isInstalled()).as("the memcached program is on the path").isTrue();
        return program(address);
    }

    private static boolean isInstalled() {
        String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(File.pathSeparator, -1))
                        .anyMatch(folder -> new File(folder, PROGRAM).canExecute());
    }

    private static TestServer embedded(InetSocketAddress address) {
        MemCacheDaemon<LocalCacheElement> daemon = new MemCacheDaemon<>();
        daemon.setCache(new CacheImpl(ConcurrentLinkedHashMap.<Key, LocalCacheElement>create(
                ConcurrentLinkedHashMap.EvictionPolicy.FIFO, 10_000, 10_000_000)));
        daemon.setAddr(address);
        daemon.start();
        return new Started(address, daemon::stop);
    }

    private static TestServer program(InetSocketAddress address) {
        try {
            Process process = new ProcessBuilder(
                            PROGRAM,
                            "-l",
                            address.getHostString(),
                            "-p",
                            "" + address.getPort(),
                            "-U",
                            "0",
                            "-u",
                            "root")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Started server = new Started(address, () -> stop(process));
            while (!answers(address)) {
                assertThat(process.isAlive()).as("memcached runs").isTrue();
                Thread.onSpinWait();
            }
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            assertThat(process.waitFor(10, SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(InetSocketAddress address) {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What a server has counted, asked by a connection of our own. */
    public static Map<String, Long> statistics(TestServer server) {
        InetSocketAddress address = server.address();
        try (Socket socket = new Socket(address.getAddress(), address.getPort());
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write("stats\r\n".getBytes(StandardCharsets.UTF_8));
            Map<String, Long> statistics = new LinkedHashMap<>();
            for (String line = lines.readLine(); !"END".equals(line); line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[2].matches("\\d{1,18}")) {
                    statistics.put(words[1], Long.valueOf(words[2]));
                }
            }
            return statistics;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Started(InetSocketAddress address, Runnable stop) implements TestServer {
        @Override
        public void close() {
            stop.run();
        }
    }
}

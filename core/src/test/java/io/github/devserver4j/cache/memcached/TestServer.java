package io.github.devserver4j.cache.memcached;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;

/** A memcached server of a test, on a free port of this machine. */
public interface TestServer extends AutoCloseable {

    /** Where it listens. */
    InetSocketAddress address();

    /** Stops it. */
    @Override
    void close();

    /** A port that nobody listens on. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A server that takes connections and answers nothing. */
    static TestServer silent() {
        return ScriptedServer.start(line -> "");
    }

    /** A server that answers each line with {@code reply}. */
    static TestServer replying(String reply) {
        return ScriptedServer.start(line -> reply);
    }

    /** A server that answers like one that has nothing, once {@code latch} is counted down. */
    static TestServer waitingFor(CountDownLatch latch) {
        return ScriptedServer.start(line -> {
            try {
                latch.await();
            } catch (InterruptedException stopped) {
                return "";
            }
            return line.startsWith("get") ? "END\r\n" : "STORED\r\n";
        });
    }
}

package io.github.devserver4j.spring.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A server that tests call; it notes what it is asked. */
final class TestServer implements AutoCloseable {

    /** The size of each of the two parts of what is streamed. */
    static final int PART = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** "GET /path?query traceparent", the last if there is one. */
    final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** Released by whoever has got the first part of what is streamed. */
    final Semaphore firstPart = new Semaphore(0);

    private TestServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static TestServer start() throws IOException {
        return new TestServer();
    }

    String url(String target) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + target;
    }

    /** A port at which nobody listens. */
    static String refused() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + free.getLocalPort() + "/";
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String trace = exchange.getRequestHeaders().getFirst("traceparent");
            asked.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI() + (trace == null ? "" : " " + trace));
            String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
            switch (path[0]) {
                case "echo" -> write(exchange, 200, exchange.getRequestBody().readAllBytes());
                case "status" -> write(exchange, Integer.parseInt(path[1]), new byte[0]);
                case "upload" -> upload(exchange);
                case "download" -> download(exchange);
                case "hang" -> closing.await(5, TimeUnit.SECONDS);
                case "reset" -> reset(exchange);
                default -> write(exchange, 200, "hello".getBytes(UTF_8));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    private void upload(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        int size = body.readNBytes(PART).length;
        firstPart.release();
        size += body.readAllBytes().length;
        write(exchange, 200, String.valueOf(size).getBytes(UTF_8));
    }

    private void download(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        body.write(new byte[PART]);
        body.flush();
        if (firstPart.tryAcquire(5, TimeUnit.SECONDS)) {
            body.write(new byte[PART]);
        }
    }

    private static void reset(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write(new byte[10]);
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

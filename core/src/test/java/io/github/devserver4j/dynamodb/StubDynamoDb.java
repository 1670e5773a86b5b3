package io.github.devserver4j.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;

/**
 * Answers as DynamoDB does (JSON 1.0 over HTTP), one prepared answer after the other, and keeps what it was asked.
 * The last answer is given to all further requests.
 */
public final class StubDynamoDb implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answering> answers = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch received = new CountDownLatch(1);

    private StubDynamoDb() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public static StubDynamoDb start() throws IOException {
        return new StubDynamoDb();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The operations and bodies of all requests so far. */
    public List<String> requests() {
        return requests;
    }

    public StubDynamoDb answer(String json) {
        return next(exchange -> send(exchange, 200, json));
    }

    /** An error of the service, by its type's simple name. */
    public StubDynamoDb fail(String type, String message) {
        return fail(type, message, "");
    }

    public StubDynamoDb fail(String type, String message, String more) {
        String json = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"" + message + "\""
                + more + "}";
        return next(exchange -> send(exchange, 400, json));
    }

    /** Does not answer until {@link #release}. */
    public StubDynamoDb hang(String json) {
        return next(exchange -> {
            received.countDown();
            try {
                hanging.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            send(exchange, 200, json);
        });
    }

    public void awaitHanging() throws InterruptedException {
        received.await();
    }

    public void release() {
        hanging.countDown();
    }

    private synchronized StubDynamoDb next(Answering answering) {
        answers.add(answering);
        return this;
    }

    private synchronized Answering take() {
        Answering first = answers.getFirst();
        if (answers.size() > 1) {
            answers.removeFirst();
        }
        return first;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        requests.add(exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + body);
        try (exchange) {
            take().answer(exchange);
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        exchange.getResponseHeaders().add("x-amzn-requestid", "STUB");
        exchange.getResponseHeaders().add("x-amz-crc32", Long.toString(crc.getValue()));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Stops the server: who asks now is refused. */
    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }
}

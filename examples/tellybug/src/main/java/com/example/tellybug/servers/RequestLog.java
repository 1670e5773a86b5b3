package com.example.tellybug.servers;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands in front of DynamoDB Local, which has no log of its own, and notes what passes. */
final class RequestLog implements AutoCloseable {

    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    /** Of a read the answer's consumed capacity is read units, of a write write units. */
    private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems");

    private static final Pattern CAPACITY = Pattern.compile("\"CapacityUnits\":([\\d.]+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool(RequestLog::daemon);
    private final HttpServer server;
    private final URI target;
    private final TreeMap<String, Long> operations = new TreeMap<>();
    private double readUnits;
    private double writeUnits;

    RequestLog(URI target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::forward);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized void reset() {
        operations.clear();
        readUnits = 0;
        writeUnits = 0;
    }

    synchronized DynamoDbCounts counts() {
        return new DynamoDbCounts(new TreeMap<>(operations), readUnits, writeUnits);
    }

    private void forward(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!isHopByHop(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String operation = operation(exchange.getRequestHeaders());
            note(operation, new String(response.body(), StandardCharsets.UTF_8));
            answer(exchange, response);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!isHopByHop(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
        exchange.getResponseBody().write(response.body());
    }

    /** {@code DynamoDB_20120810.GetItem} is how the protocol names one. */
    private static String operation(Headers headers) {
        String header = String.valueOf(headers.getFirst("X-Amz-Target"));
        return header.substring(header.indexOf('.') + 1);
    }

    private synchronized void note(String operation, String answer) {
        operations.merge(operation, 1L, Long::sum);
        Matcher capacity = CAPACITY.matcher(answer);
        while (capacity.find()) {
            double units = Double.parseDouble(capacity.group(1));
            if (READS.contains(operation)) {
                readUnits += units;
            } else {
                writeUnits += units;
            }
        }
    }

    private static boolean isHopByHop(String name) {
        return HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "request-log");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

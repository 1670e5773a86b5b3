package io.github.devserver4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.console.BlockSink;
import io.github.devserver4j.console.LogTarget;
import io.github.devserver4j.testing.Blocks;
import io.github.devserver4j.testing.TestCall;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TraceRecorder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two hundred requests at a time: no block is interleaved, none is lost, and each holds its own calls only. */
@Timeout(60)
final class ConcurrentRequestsIT {

    private static final int REQUESTS = 200;
    private static final int ROUNDS = 5;

    @Test
    void eachBlockHoldsItsOwnCallsOnly() throws Exception {
        Blocks blocks = new Blocks();
        try (DevServer devServer = DevServer.create(settings(), (BlockSink) blocks)) {
            ask(devServer);
        }
        List<String> printed = new ArrayList<>();
        for (int i = 0; i < REQUESTS * ROUNDS; i++) {
            printed.add(blocks.next());
        }
        assertThat(blocks.isEmpty()).isTrue();
        assertComplete(printed);
    }

    @Test
    void noForeignLineIsInsideABlockOnStandardOutput() throws Exception {
        PrintStream original = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        AtomicBoolean done = new AtomicBoolean();
        Thread noise = new Thread(() -> {
            while (!done.get()) {
                System.out.println("noise");
                LockSupport.parkNanos(50_000);
            }
        });
        System.setOut(new PrintStream(captured, true));
        try (DevServer devServer = DevServer.create(settings())) {
            noise.start();
            ask(devServer);
        } finally {
            done.set(true);
            noise.join();
            System.setOut(original);
        }
        assertComplete(blocksIn(captured.toString(Charset.defaultCharset())));
    }

    private static DevServerSettings settings() {
        return DevServerSettings.builder().log(LogTarget.STDOUT).build();
    }

    /** Noise between blocks is left out; noise inside of one would make it another block. */
    private static List<String> blocksIn(String output) {
        assertThat(output).contains("noise");
        List<String> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : output.lines().toList()) {
            if (line.equals("noise")) {
                assertThat(block).isEmpty();
                continue;
            }
            block.add(line);
            if (line.startsWith("[")) {
                blocks.add(Blocks.masked(String.join("\n", block)));
                block.clear();
            }
        }
        return blocks;
    }

    private static void assertComplete(List<String> blocks) {
        TreeSet<String> expected = new TreeSet<>();
        for (int number = 0; number < REQUESTS * ROUNDS; number++) {
            expected.add(expected(number));
        }
        assertThat(blocks).hasSize(REQUESTS * ROUNDS);
        assertThat(new TreeSet<>(blocks)).isEqualTo(expected);
    }

    private static String expected(int number) {
        StringBuilder block = new StringBuilder();
        int calls = 0;
        for (String thread : List.of("own", "pool")) {
            for (int call = 0; call < calls(number); call++) {
                block.append("    [test] (0ms) ")
                        .append(number)
                        .append(' ')
                        .append(thread)
                        .append(' ')
                        .append(call)
                        .append('\n');
                calls++;
            }
        }
        return block + "    [test] (0ms) " + calls + " calls\n[DATE] \"GET /?" + number
                + " HTTP/1.1\" 200 2 (time: T; sql: 0ms (0q); mem: M)";
    }

    private static int calls(int number) {
        return 1 + number % 13;
    }

    private static void ask(DevServer devServer) throws Exception {
        Server server = new Server(new QueuedThreadPool(REQUESTS + 20));
        ServerConnector connector = new ServerConnector(server);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServletContainerInitializer((classes, servlets) -> DevServerFilter.addTo(servlets, devServer));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        context.addServlet(new ServletHolder(new Numbered(devServer.currentTrace(), pool)), "/");
        server.setHandler(context);
        server.start();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
                for (int i = 0; i < REQUESTS; i++) {
                    URI uri =
                            URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/?" + (round * REQUESTS + i));
                    answers.add(client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()));
                }
                for (CompletableFuture<HttpResponse<String>> answer : answers) {
                    assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
                }
            }
        } finally {
            server.stop();
            pool.shutdown();
        }
    }

    /** Goes on only once all requests of a round are in it. */
    private static final class Numbered extends HttpServlet {
        private final transient CyclicBarrier allThere = new CyclicBarrier(REQUESTS);
        private final transient CurrentTrace current;
        private final transient ExecutorService pool;

        Numbered(CurrentTrace current, ExecutorService pool) {
            this.current = current;
            this.pool = pool;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            int number = Integer.parseInt(request.getQueryString());
            TraceRecorder recorder = current.get();
            if (recorder == null) {
                throw new AssertionError("no recorder");
            }
            try {
                allThere.await(30, TimeUnit.SECONDS);
                record(number, "own");
                pool.submit(() -> {
                            try (Scope scope = current.open(recorder)) {
                                record(number, "pool");
                            }
                        })
                        .get(30, TimeUnit.SECONDS);
                response.getOutputStream().print("ok");
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        }

        private void record(int number, String thread) {
            for (int call = 0; call < calls(number); call++) {
                TestCall.record(current, number + " " + thread + " " + call);
                Thread.onSpinWait();
            }
        }
    }
}

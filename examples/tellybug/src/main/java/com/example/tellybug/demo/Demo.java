package com.example.tellybug.demo;

import com.example.tellybug.servers.Servers;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Five requests of one show, each with its lines and what the servers have counted. Used by one thread. */
public final class Demo {

    private static final long PATIENCE_SECONDS = 20;

    private static final List<Step> STEPS = List.of(
            new Step("GET", "/state/doi"),
            new Step("GET", "/state/doi"),
            new Step("POST", "/vote/doi?user=ann&option=2"),
            new Step("POST", "/vote/doi?user=ann&option=2"),
            new Step("GET", "/results/doi"));

    private final URI application;
    private final Servers servers;
    private final BlockingQueue<String> blocks;
    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * A demonstration that has not begun.
     *
     * @param blocks where the blocks of requests come in
     */
    public Demo(URI application, Servers servers, BlockingQueue<String> blocks, PrintStream out) {
        this.application = application;
        this.servers = servers;
        this.blocks = blocks;
        this.out = out;
    }

    /** Sends all requests. Returns whether each number that was printed is what the servers have counted. */
    public boolean run() throws Exception {
        boolean agrees = true;
        for (Step step : STEPS) {
            agrees &= run(step);
        }
        out.println(agrees ? "All numbers agree." : "Some numbers DIFFER.");
        return agrees;
    }

    private boolean run(Step step) throws Exception {
        servers.reset();
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(application.resolve(step.target()))
                        .method(step.method(), HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String block = blocks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (block == null) {
            out.println(step + " was answered with " + response.statusCode() + ", and no lines were printed");
            return false;
        }
        out.println(block);
        Comparison comparison = new Comparison(PrintedCounts.of(block), servers.counts());
        comparison.lines().forEach(out::println);
        out.println();
        return comparison.agrees() && response.statusCode() == 200;
    }

    private record Step(String method, String target) {
        @Override
        public String toString() {
            return method + " " + target;
        }
    }
}

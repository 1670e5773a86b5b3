package com.example.springpolls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The polls in a JVM of their own, on a free port: requests to them, and the lines they print. */
final class RunningPolls implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("(?:started on port|on port\\(s\\)) (\\d+)");
    private static final Pattern STARTED = Pattern.compile("Started \\w+ in ");
    private static final String END = "\0end";
    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> startLines = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private int port;

    private RunningPolls(Process process) {
        this.process = process;
    }

    /** Runs {@code java} of a JDK with these arguments, which name what is to be run and its options. */
    static RunningPolls start(Path jdk, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/java").toString());
        command.addAll(arguments);
        command.addAll(List.of("--server.port=0", "--spring.main.banner-mode=off"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(
                        name -> name.startsWith("DEVSERVER_") || name.startsWith("SPRING_") || name.contains("COLOR"));
        RunningPolls polls = new RunningPolls(builder.start());
        Thread reader = new Thread(() -> polls.read(polls.process.getInputStream()), "output");
        reader.setDaemon(true);
        reader.start();
        try {
            polls.awaitStart();
            return polls;
        } catch (AssertionError notStarted) {
            polls.close();
            throw notStarted;
        }
    }

    /** Waits until the application has started anew, on a port of its own again. */
    void awaitRestart() throws InterruptedException {
        port = 0;
        awaitStart();
    }

    private void awaitStart() throws InterruptedException {
        String line;
        do {
            line = line();
            startLines.add(line);
            Matcher found = PORT.matcher(line);
            if (found.find() && port == 0) {
                port = Integer.parseInt(found.group(1));
            }
        } while (!STARTED.matcher(line).find());
    }

    /** What was printed up to the line that tells that the application has started. */
    List<String> startLines() {
        return startLines;
    }

    /** The one line by which devserver tells whether it is on; fails if there are none or several. */
    String judgement() {
        List<String> found = startLines.stream()
                .filter(line -> line.contains("devserver is "))
                .map(line -> line.substring(line.indexOf("devserver is ")))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("not one line, but " + found + " in\n" + String.join("\n", startLines));
        }
        return found.get(0);
    }

    int port() {
        return port;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> vote(String slug, String form) throws IOException, InterruptedException {
        return client.send(
                request("/api/1.0/show/" + slug + "/vote")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    /** The next block with its access line; what the application itself logs is left out. */
    List<String> block() throws InterruptedException {
        List<String> block = new ArrayList<>();
        String line;
        do {
            line = line();
            if (line.contains("\" running (")) {
                block.clear(); // told of a request that takes its time; its block follows
            } else if (Lines.isOfBlock(line)) {
                block.add(line);
            }
        } while (!Lines.isAccessLine(line) || block.isEmpty());
        return block;
    }

    /** Ends it and tells what was printed and not read. */
    List<String> stop() throws InterruptedException {
        process.toHandle().destroy(); // Process.destroy() would close its output
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        List<String> rest = new ArrayList<>();
        for (String line = lines.take(); !line.equals(END); line = lines.take()) {
            rest.add(line);
        }
        return rest;
    }

    private String line() throws InterruptedException {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null || line.equals(END)) {
            throw new AssertionError("no further line, after\n" + String.join("\n", startLines));
        }
        return line;
    }

    private void read(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | RuntimeException closed) {
            // the process has ended
        }
        lines.add(END);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

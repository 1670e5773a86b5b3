package io.github.devserver4j.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The lines that a process prints into a pipe, read as they come by a thread of their own. */
final class OutputLines {

    static final long PATIENCE_SECONDS = 60;

    private static final String END = "\0end of the stream";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private OutputLines() {}

    static OutputLines of(InputStream stream, String name) {
        OutputLines output = new OutputLines();
        Thread reader = new Thread(() -> output.read(stream), name);
        reader.setDaemon(true);
        reader.start();
        return output;
    }

    /** The next line; fails if none comes. */
    String next() throws InterruptedException {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null || line.equals(END)) {
            throw new AssertionError(line == null ? "no further line came in time" : "the output ended");
        }
        return line;
    }

    /** All lines up to the end of the stream; waits for it. */
    List<String> rest() throws InterruptedException {
        List<String> rest = new ArrayList<>();
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (line != null && !line.equals(END)) {
            rest.add(line);
            line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        lines.add(END);
        return rest;
    }

    private void read(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            // the process has ended
        }
        lines.add(END);
    }
}

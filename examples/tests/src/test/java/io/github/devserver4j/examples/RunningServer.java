package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A launched server: requests to it, and what it prints. */
final class RunningServer implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("http://\\S+");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final OutputLines out;
    private final OutputLines err;
    private final List<String> banner = new ArrayList<>();

    private RunningServer(Process process) {
        this.process = process;
        this.out = OutputLines.of(process.getInputStream(), "stdout");
        this.err = OutputLines.of(process.getErrorStream(), "stderr");
    }

    static RunningServer of(Process process) throws InterruptedException {
        return of(process, "Quit the server");
    }

    /** Waits for a line that begins like this. */
    static RunningServer of(Process process, String lastLine) throws InterruptedException {
        RunningServer server = new RunningServer(process);
        try {
            String line;
            do {
                line = server.out.next();
                server.banner.add(line);
            } while (!line.startsWith(lastLine));
            return server;
        } catch (AssertionError noBanner) {
            process.destroy();
            throw new AssertionError("no banner came, but " + server.banner + server.err.rest(), noBanner);
        }
    }

    List<String> banner() {
        return banner;
    }

    URI uri(String path) {
        return URL.matcher(String.join("\n", banner))
                .results()
                .map(url -> URI.create(url.group()).resolve(path))
                .findFirst()
                .orElseThrow();
    }

    /** The answer to a GET. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Of the process. */
    long pid() {
        return process.pid();
    }

    HttpClient client() {
        return client;
    }

    /** The body of a GET that is to succeed. */
    String body(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** The next block, as it was printed: its lines up to the access line. */
    String rawBlock() throws InterruptedException {
        List<String> block = new ArrayList<>();
        String line;
        do {
            line = out.next();
            block.add(line);
        } while (!Masks.isAccessLine(line));
        return String.join("\n", block);
    }

    /** The next block without what differs from run to run. */
    String block() throws InterruptedException {
        return Masks.mask(rawBlock());
    }

    String line() throws InterruptedException {
        return out.next();
    }

    /** What CONTROL-C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Waits for the end and tells the exit status. */
    int exitStatus() throws InterruptedException {
        assertThat(process.waitFor(OutputLines.PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("the server ended")
                .isTrue();
        return process.exitValue();
    }

    /** Standard output that no test has read; after the end. */
    List<String> remainingOut() throws InterruptedException {
        return out.rest();
    }

    /** Standard error; after the end. */
    List<String> remainingErr() throws InterruptedException {
        return err.rest();
    }

    /** Ends the server, which has to end within a few seconds, and fails if it printed anything that no test has read. */
    void stopSilently() throws InterruptedException {
        stop();
        assertThat(remainingErr()).as("standard error").isEmpty();
        assertThat(remainingOut()).as("standard output").isEmpty();
    }

    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).as("ended in time").isTrue();
    }

    /** For the case that a test has failed. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

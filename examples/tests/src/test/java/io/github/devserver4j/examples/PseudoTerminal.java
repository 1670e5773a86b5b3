package io.github.devserver4j.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The launcher on a terminal that {@code script} of util-linux makes, with its keys and its screen. Before and after, the
 * terminal's attributes are printed.
 */
final class PseudoTerminal implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("running at (http://\\S+)\\s");
    private static final String MARK = "=====";

    private final Process script;
    private final StringBuilder output = new StringBuilder();
    private final HttpClient client = HttpClient.newHttpClient();
    private boolean ended;

    private PseudoTerminal(Process script) {
        this.script = script;
        Thread reader = new Thread(this::read, "terminal");
        reader.setDaemon(true);
        reader.start();
    }

    /** {@code runserver} with these arguments in this environment. */
    static PseudoTerminal runserver(Jdk jdk, Map<String, String> environment, String... arguments) throws IOException {
        String java = String.join(" ", jdk.java(), "-jar", Repository.LAUNCHER.toString(), "runserver");
        String shell = "trap : INT; stty -a; echo %s; %s %s; echo status $?; echo %s; stty -a"
                .formatted(MARK, java, String.join(" ", arguments), MARK);
        // A shell starts what it runs in the background deaf to CONTROL-C, and its children inherit that.
        List<String> command = List.of("env", "--default-signal=INT", "script", "-qfc", shell, "/dev/null");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("DEVSERVER_") || name.equals("CI"));
        builder.environment().putAll(Map.of("TERM", "xterm-256color", "NO_COLOR", "1", "SHELL", "/bin/sh"));
        builder.environment().put("BROWSER", "/nowhere/browser");
        builder.environment().putAll(environment);
        return new PseudoTerminal(builder.start());
    }

    /** Waits until this is on the screen. */
    PseudoTerminal shows(String text) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(OutputLines.PATIENCE_SECONDS);
        synchronized (output) {
            while (!String.join("\n", screen()).contains(text)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                assertThat(left > 0 && !ended)
                        .as("the terminal shows %s, but: %s", text, output)
                        .isTrue();
                output.wait(left);
            }
        }
        return this;
    }

    void press(String keys) throws IOException {
        script.getOutputStream().write(keys.getBytes(UTF_8));
        script.getOutputStream().flush();
    }

    URI uri(String path) {
        Matcher url = URL.matcher(raw());
        assertThat(url.find()).isTrue();
        return URI.create(url.group(1)).resolve(path);
    }

    void get(String path) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding());
    }

    /** Ends the launcher as {@code kill} does. */
    void terminate() {
        descendants().filter(PseudoTerminal::isJava).forEach(ProcessHandle::destroy);
    }

    /** All that was written, escape sequences included, between the two prints of the attributes. */
    String raw() {
        synchronized (output) {
            return output.substring(output.indexOf(MARK) + MARK.length());
        }
    }

    /** The lines that a terminal of any height shows or has scrolled away. */
    List<String> screen() {
        synchronized (output) {
            return lines(output.toString());
        }
    }

    /** Waits for the end; the terminal's attributes before and after. */
    List<String> attributes() throws InterruptedException {
        assertThat(script.waitFor(OutputLines.PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isTrue();
        synchronized (output) {
            while (!ended) {
                output.wait();
            }
        }
        String[] parts = output.toString().split(MARK, -1);
        return Stream.of(parts[0], parts[2])
                .map(part -> part.replaceAll("line = \\d+", "").strip()) // the kernel has no use for it
                .toList();
    }

    /** A carriage return, a line feed, and erasing what is below are all that the launcher uses. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\u001b[J", i)) {
                line.setLength(column);
                i += 2;
            } else if (text.charAt(i) == '\n') {
                lines.add(line.toString());
                line.setLength(0);
                column = 0;
            } else if (text.charAt(i) == '\r') {
                column = 0;
            } else {
                line.replace(column, Math.min(column + 1, line.length()), text.substring(i, i + 1));
                column++;
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private void read() {
        try (InputStream in = script.getInputStream()) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                synchronized (output) {
                    output.append(new String(buffer, 0, read, UTF_8)); // all of it is ASCII
                    output.notifyAll();
                }
            }
        } catch (IOException gone) {
            // with its process
        }
        synchronized (output) {
            ended = true;
            output.notifyAll();
        }
    }

    private Stream<ProcessHandle> descendants() {
        return script.descendants();
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("java");
    }

    /** For the case that a test has failed. */
    @Override
    public void close() {
        descendants().forEach(ProcessHandle::destroyForcibly);
        script.destroyForcibly();
    }
}

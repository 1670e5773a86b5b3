package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Tomcat as it is downloaded, with one application and a folder of its own, on a free port. */
final class StandingTomcat implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Starting ProtocolHandler \\[\"http-nio-.*-(\\d+)\"]");
    private static final String DEPLOYED = "Deployment of web application archive";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> log = new ArrayList<>();
    private final Jdk jdk;
    private final Path war;
    private final Process process;
    private final OutputLines out;
    private final OutputLines err;
    private final int port;

    private StandingTomcat(Jdk jdk, Path base, Path war, String options) throws IOException, InterruptedException {
        this.jdk = jdk;
        this.war = Files.createDirectories(base.resolve("webapps")).resolve("ROOT.war");
        for (String folder : List.of("conf", "logs", "temp", "work")) {
            Files.createDirectories(base.resolve(folder));
        }
        try (Stream<Path> files = Files.list(Repository.TOMCAT.resolve("conf"))) {
            for (Path file : files.toList()) {
                Files.copy(file, base.resolve("conf").resolve(file.getFileName()));
            }
        }
        onFreePort(base.resolve("conf/server.xml"));
        Files.copy(war, this.war);
        ProcessBuilder builder = new ProcessBuilder(
                "sh", Repository.TOMCAT.resolve("bin/catalina.sh").toString(), "run");
        builder.environment().keySet().removeIf(name -> name.startsWith("DEVSERVER_") || name.equals("DATABASE_URL"));
        builder.environment().put("JAVA_HOME", jdk.home().toString());
        builder.environment().remove("JRE_HOME");
        builder.environment().put("CATALINA_HOME", Repository.TOMCAT.toString());
        builder.environment().put("CATALINA_BASE", base.toString());
        builder.environment().put("CATALINA_OPTS", options);
        this.process = builder.start();
        this.out = OutputLines.of(process.getInputStream(), "stdout");
        this.err = OutputLines.of(process.getErrorStream(), "stderr");
        Matcher found = PORT.matcher(logged("Starting ProtocolHandler"));
        assertThat(found.find()).isTrue();
        this.port = Integer.parseInt(found.group(1));
        logged("Server startup in");
    }

    /** Looks for changed applications each second, too. */
    private static void onFreePort(Path serverXml) throws IOException {
        String asItComes = Files.readString(serverXml);
        String changed = asItComes
                .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
                .replace("<Connector port=\"8080\"", "<Connector port=\"0\" address=\"127.0.0.1\"")
                .replace("<Engine name", "<Engine backgroundProcessorDelay=\"1\" name");
        Files.writeString(serverXml, changed);
    }

    /** Starts it with these options of the JVM, in a folder that is empty, and waits until the application answers. */
    static StandingTomcat start(Jdk jdk, Path base, Path war, String options) throws IOException, InterruptedException {
        return new StandingTomcat(jdk, base, war, options);
    }

    /** What {@code touch} does; waits until the application has been deployed once more. */
    void touch() throws IOException, InterruptedException {
        FileTime later = FileTime.fromMillis(Files.getLastModifiedTime(war).toMillis() + 5_000);
        Files.setLastModifiedTime(war, later);
        String line;
        do {
            line = logged(DEPLOYED);
        } while (!line.contains("has finished"));
    }

    /** Waits for a line of the log. */
    private String logged(String text) throws InterruptedException {
        String line;
        do {
            line = err.next();
            log.add(line);
        } while (!line.contains(text));
        return line;
    }

    /** Sends a GET, or a POST with the form that stands behind the path. */
    int send(String request) throws IOException, InterruptedException {
        String[] words = request.split(" ", -1);
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + words[0]));
        if (words.length > 1) {
            builder.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(words[1]));
        }
        return client.send(builder.build(), BodyHandlers.ofString()).statusCode();
    }

    /** The next block, without what differs from run to run. */
    String block() throws InterruptedException {
        List<String> block = new ArrayList<>();
        String line;
        do {
            line = out.next();
            block.add(line);
        } while (!Masks.isAccessLine(line));
        return Masks.mask(String.join("\n", block));
    }

    /** How many objects there are of a class, after a garbage collection. */
    int live(String className) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(jdk.tool("jcmd"), Long.toString(process.pid()), "GC.class_histogram").start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor()).as(histogram).isZero();
        return histogram
                .lines()
                .map(line -> line.strip().split(" +", -1))
                .filter(columns -> columns.length >= 4 && columns[3].equals(className))
                .mapToInt(columns -> Integer.parseInt(columns[1]))
                .sum();
    }

    /** Ends it, as a service is ended, and tells all it has logged; fails if it printed anything that was not read. */
    List<String> stop() throws InterruptedException {
        process.toHandle().destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ended in time").isTrue();
        assertThat(out.rest()).as("standard output").isEmpty();
        log.addAll(err.rest());
        return log;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

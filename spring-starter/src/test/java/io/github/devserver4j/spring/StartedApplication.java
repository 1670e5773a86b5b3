package io.github.devserver4j.spring;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A Spring Boot application on a free port, whose blocks a test reads. */
public final class StartedApplication implements AutoCloseable {

    private final BlockingQueue<String> blocks = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private StartedApplication(DevServerSettings settings, Class<?> configuration, String... properties) {
        SpringApplication application = new SpringApplication(configuration);
        application.setDefaultProperties(Stream.concat(
                        Stream.of(
                                "devserver.enabled=true",
                                "server.port=0",
                                "spring.main.banner-mode=off",
                                "spring.datasource.generate-unique-name=true"),
                        Arrays.stream(properties))
                .map(property -> property.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> (Object) pair[1], (first, second) -> second)));
        application.addInitializers(starting -> ((GenericApplicationContext) starting)
                .registerBean(DevServer.class, () -> DevServer.create(settings, blocks::add)));
        this.context = application.run();
    }

    /** Starts an application with these properties, {@code name=value}. */
    public static StartedApplication of(Class<?> configuration, String... properties) {
        DevServerSettings settings = DevServerSettings.builder()
                .applicationPackages(configuration.getPackageName()) // which may be in a jar, as libraries are
                .build();
        return new StartedApplication(settings, configuration, properties);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** The address of a path of the application. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    /** The body of the answer to a GET. */
    public String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** The next block, with times, memory and lines of code masked. */
    public String block() throws InterruptedException {
        String block = blocks.poll(20, TimeUnit.SECONDS);
        if (block == null) {
            throw new AssertionError("no block was printed");
        }
        return block.replaceAll("\\(\\d+ms\\)", "(0ms)")
                .replaceAll("\\d+ms\\b", "0ms")
                .replaceAll("time: [\\d.]+s", "time: 0.00s")
                .replaceAll("mem: [^;)]+", "mem: 0 KB")
                .replaceAll("^\\[.*?\\] \"|\\n\\[.*?\\] \"", "\n\"")
                .replaceAll("\\n {12,}", "\n" + " ".repeat(16)) // which depends on the width of the time
                .replaceAll("\\.java:\\d+", ".java:0")
                .strip();
    }

    /** The block of a GET. */
    public String blockOf(String path) throws IOException, InterruptedException {
        get(path);
        return block();
    }

    @Override
    public void close() {
        context.close();
    }
}

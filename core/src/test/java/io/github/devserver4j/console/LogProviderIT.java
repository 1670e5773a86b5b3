package io.github.devserver4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.trace.RequestLine;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Child JVMs that have one SLF4J provider, another, or none. */
@Timeout(60)
final class LogProviderIT {

    private static final String BLOCK = "\"GET / HTTP/1.1\" 200 0 ";

    @Test
    void withoutSlf4jBlocksGoToStandardOutput() throws Exception {
        Output output = run("slf4j|logback");
        assertThat(output.out()).containsOnlyOnce(BLOCK).startsWith("[");
        assertThat(output.err()).isEmpty();
    }

    @Test
    void withoutAProviderBlocksGoToStandardOutputAndSlf4jIsSilent() throws Exception {
        Output output = run("logback|slf4j-simple|slf4j-jdk14");
        assertThat(output.out()).containsOnlyOnce(BLOCK).startsWith("[");
        assertThat(output.err()).isEmpty();
    }

    @Test
    void withSlf4jSimpleBlocksGoToStandardOutput() throws Exception {
        Output output = run("logback");
        assertThat(output.out()).containsOnlyOnce(BLOCK).startsWith("[");
        assertThat(output.err()).isEmpty();
    }

    @Test
    void withSlf4jSimpleTheyMayBeSentThere() throws Exception {
        Output output = run("logback", "-Ddevserver.log=slf4j");
        assertThat(output.out()).isEmpty();
        assertThat(output.err()).containsOnlyOnce(BLOCK).contains("devserver.request");
    }

    @Test
    void slf4jWithoutAProviderIsTold() throws Exception {
        Output output = run("logback|slf4j-simple", "-Ddevserver.log=slf4j");
        assertThat(output.out()).containsOnlyOnce(BLOCK);
        assertThat(output.err()).contains("there is no SLF4J provider");
    }

    @Test
    void withLogbackNotConfiguredBlocksAreBare() throws Exception {
        Output output = run("slf4j-simple");
        assertThat(output.out()).containsOnlyOnce(BLOCK).startsWith("[");
        assertThat(output.err()).isEmpty();
    }

    private record Output(String out, String err) {}

    private static Output run(String without, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPathWithout(without), Main.class.getName()));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        byte[] out = process.getInputStream().readAllBytes();
        byte[] err = process.getErrorStream().readAllBytes();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Output(new String(out, StandardCharsets.UTF_8), new String(err, StandardCharsets.UTF_8));
    }

    private static String classPathWithout(String without) {
        String all =
                System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("slf4j-simple.jar");
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*/(" + without + ")[^/]*(/[^/]*)?\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** One request without a server. */
    static final class Main {
        public static void main(String[] arguments) {
            try (DevServer devServer = DevServer.create(DevServerSettings.load())) {
                devServer
                        .tracer()
                        .start(new RequestLine("GET", "/", "HTTP/1.1"))
                        .finish(200, 0);
            }
        }
    }
}

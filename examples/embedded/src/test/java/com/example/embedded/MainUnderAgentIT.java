package com.example.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application that is wired by hand prints under the agent what it prints without: nothing is recorded twice. */
final class MainUnderAgentIT {

    private static final Path AGENT = Path.of("../../core/target/devserver-agent.jar");

    @Test
    void nothingIsRecordedTwice() throws Exception {
        assertThat(AGENT).isRegularFile();
        List<String> wired = lines();
        assertThat(wired).hasSize(7);
        assertThat(lines("-javaagent:" + AGENT)).isEqualTo(wired);
    }

    private static List<String> lines(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), AskedMain.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD) // what Jetty logs
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return MainTest.masked(out).stream().map(String::strip).toList(); // the indent is as wide as the time
    }
}

package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A Tomcat that was given the agent prints of a .war what {@code runserver} does, however often it is deployed again, and keeps
 * nothing of what it has undeployed.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
final class StandingTomcatIT {

    private static final String LOADER = "org.apache.catalina.loader.ParallelWebappClassLoader";
    private static final String APP_SIDE = "io.github.devserver4j.agent.AppSideClassLoader";
    private static final String AGENT = "-javaagent:" + Repository.AGENT;
    private static final int DEPLOYMENTS = 3;

    private static final List<String> REQUESTS = List.of(
            "/api/1.0/show/doi/state",
            "/api/1.0/show/doi/state",
            "/api/1.0/show/bern/state",
            "/api/1.0/show/nowhere/state",
            "/api/1.0/show/bern/vote value=8",
            "/api/1.0/show/cork/vote value=5",
            "/events",
            "/slow",
            "/async",
            "/async?dispatch=1",
            "/stream?events=3&interval=1",
            "/error");

    static Stream<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void itsBlocksAreThoseOfRunserver(Jdk jdk, @TempDir Path folder) throws Exception {
        List<String> expected = blocksOfRunserver(jdk);
        try (StandingTomcat tomcat = StandingTomcat.start(jdk, folder, Repository.POLLS, AGENT)) {
            assertThat(blocks(tomcat)).isEqualTo(expected);
            tomcat.touch();
            assertThat(blocks(tomcat)).as("deployed again").isEqualTo(expected);
            assertThat(tomcat.stop()).last().asString().contains("Destroying ProtocolHandler");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whatIsUndeployedIsCollected(Jdk jdk, @TempDir Path folder) throws Exception {
        Path war = WebAppFiles.in(folder, "tidy")
                .classes("com.example.deployed")
                .libs("h2", "caffeine")
                .war();
        List<String> complaints = deploy(jdk, Files.createDirectory(folder.resolve("without")), war, "");
        assertThat(deploy(jdk, Files.createDirectory(folder.resolve("with")), war, AGENT))
                .isEqualTo(complaints);
    }

    /** Deploys an application again and again, and tells what Tomcat complains of. */
    private static List<String> deploy(Jdk jdk, Path base, Path war, String options) throws Exception {
        boolean recorded = !options.isEmpty();
        try (StandingTomcat tomcat = StandingTomcat.start(jdk, base, war, options)) {
            for (int deployment = 1; deployment <= DEPLOYMENTS; deployment++) {
                if (deployment > 1) {
                    tomcat.touch();
                }
                for (int request = 0; request < 20; request++) {
                    assertThat(tomcat.send("/tidy")).isEqualTo(200);
                    if (recorded) {
                        assertThat(tomcat.block()).contains("in a stage", "in a thread", "(5q)", "[cache]");
                    }
                }
            }
            assertThat(tomcat.live(LOADER)).as("class loaders of applications").isOne();
            if (recorded) { // for Tomcat, H2 and Caffeine
                assertThat(tomcat.live(APP_SIDE)).isEqualTo(2);
            }
            return complaints(tomcat.stop());
        }
    }

    private static List<String> blocks(StandingTomcat tomcat) throws Exception {
        List<String> blocks = new ArrayList<>();
        for (String request : REQUESTS) {
            tomcat.send(request);
            blocks.add(withoutErrorPage(tomcat.block()));
        }
        return blocks;
    }

    private static List<String> blocksOfRunserver(Jdk jdk) throws Exception {
        List<String> blocks = new ArrayList<>();
        try (RunningServer server = Launch.runserver(Repository.POLLS).on(jdk).start()) {
            for (String request : REQUESTS) {
                String[] words = request.split(" ", -1);
                if (words.length == 1) {
                    server.get(request);
                } else {
                    server.post(words[0], words[1]);
                }
                blocks.add(withoutErrorPage(server.block()));
            }
            server.stop();
        }
        return blocks;
    }

    /** Each server has its own. */
    private static String withoutErrorPage(String block) {
        return block.replaceAll("\" 500 \\d+ ", "\" 500 # ");
    }

    /** Warnings and errors of the log, without dates and the numbers of threads. */
    private static List<String> complaints(List<String> log) {
        return log.stream()
                .filter(line -> line.matches("\\d\\d-\\S+ \\S+ (WARNING|SEVERE) .*") || line.contains("WARNING:"))
                .map(line -> line.replaceAll("^\\d\\d-\\S+ \\S+", "DATE").replaceAll("-exec-\\d+", "-exec-N"))
                .toList();
    }
}

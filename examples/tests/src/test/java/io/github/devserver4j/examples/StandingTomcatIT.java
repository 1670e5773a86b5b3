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
    void itsBlocksAreThoseOfRunserverHoweverOftenItIsDeployed(Jdk jdk, @TempDir Path folder) throws Exception {
        List<String> expected = blocksOfRunserver(jdk);
        List<String> complaints = complaints(withoutAgent(jdk, folder.resolve("without")));
        String option = "-javaagent:" + Repository.AGENT;
        Path base = Files.createDirectory(folder.resolve("with"));
        try (StandingTomcat tomcat = StandingTomcat.start(jdk, base, Repository.POLLS, option)) {
            assertThat(blocks(tomcat)).isEqualTo(expected);
            assertThat(tomcat.live(LOADER)).isOne();
            int appSides = tomcat.live(APP_SIDE);
            assertThat(appSides).isPositive();
            for (int deployment = 2; deployment <= DEPLOYMENTS; deployment++) {
                tomcat.touch();
                assertThat(blocks(tomcat)).isEqualTo(expected);
            }
            assertThat(tomcat.live(LOADER)).as("class loaders of applications").isOne();
            assertThat(tomcat.live(APP_SIDE)).isEqualTo(appSides);
            assertThat(complaints(tomcat.stop())).isEqualTo(complaints);
        }
    }

    private static List<String> withoutAgent(Jdk jdk, Path folder) throws Exception {
        Path base = Files.createDirectory(folder);
        try (StandingTomcat tomcat = StandingTomcat.start(jdk, base, Repository.POLLS, "")) {
            for (int deployment = 1; deployment <= DEPLOYMENTS; deployment++) {
                if (deployment > 1) {
                    tomcat.touch();
                }
                for (String request : REQUESTS) {
                    tomcat.send(request);
                }
            }
            assertThat(tomcat.live(LOADER)).isOne();
            return tomcat.stop();
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

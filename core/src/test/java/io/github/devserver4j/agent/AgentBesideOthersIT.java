package io.github.devserver4j.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.agent.MixedApplication;
import com.example.agent.MockingApplication;
import io.github.devserver4j.httpclient.TestService;
import io.github.devserver4j.testing.ChildJvm;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Beside other agents, before or behind them, the lines are the same, and they have no more to say than without us. */
@Timeout(300)
final class AgentBesideOthersIT {

    private static final Path OTHERS = Path.of("target", "other-agents").toAbsolutePath();
    private static final String[] NO_EXPORTERS = {
        "-Dotel.traces.exporter=none", "-Dotel.metrics.exporter=none", "-Dotel.logs.exporter=none"
    };

    /** What is done with a mock is not recorded. */
    private static final String MOCKED = "[DATE] \"GET /mocked HTTP/1.1\" 200 0 (time: T; sql: Tms (0q); mem: M)";

    static Stream<ChildJvm> jvms() {
        return AgentRun.jvms();
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void openTelemetry(ChildJvm jvm) throws Exception {
        sameLines(jvm, MixedApplication.class, "-javaagent:" + OTHERS.resolve("opentelemetry-javaagent.jar"));
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void jacoco(ChildJvm jvm, @TempDir Path folder) throws Exception {
        Path covered = folder.resolve("jacoco.exec");
        sameLines(
                jvm,
                MixedApplication.class,
                "-javaagent:" + OTHERS.resolve("org.jacoco.agent-runtime.jar") + "=destfile=" + covered
                        + ",append=false");
        assertThat(covered).isNotEmptyFile();
        assertThat(Files.readString(covered, ISO_8859_1)).contains("com/example/agent/MixedApplication");
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void mockito(ChildJvm jvm) throws Exception {
        sameLines(jvm, MockingApplication.class, "-javaagent:" + mockitoJar());
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void mockitoThatAttachesItself(ChildJvm jvm) throws Exception {
        sameLines(jvm, MockingApplication.class, "-Dattaches=itself");
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void allOfThemAtOnce(ChildJvm jvm, @TempDir Path folder) throws Exception {
        sameLines(
                jvm,
                MockingApplication.class,
                "-javaagent:" + OTHERS.resolve("opentelemetry-javaagent.jar"),
                "-javaagent:" + OTHERS.resolve("org.jacoco.agent-runtime.jar") + "=destfile="
                        + folder.resolve("jacoco.exec"),
                "-javaagent:" + mockitoJar());
    }

    private static void sameLines(ChildJvm jvm, Class<?> application, String... others) throws Exception {
        try (TestService service = TestService.start()) {
            String port = "-Dservice.port=" + URI.create(service.url("/")).getPort();
            List<String> expected = AgentRun.underAgent(jvm, MixedApplication.class, port);
            assertThat(expected).hasSize(3);
            assertThat(expected.get(2)).contains("[sql]", "'by the pool'", "[http]", "/hello?q=1");
            List<String> said = said(AgentRun.output(jvm, application, options(port, others)));
            for (List<String> order : orders(others)) {
                ChildJvm.Output output = AgentRun.output(jvm, application, options(port, order));
                assertThat(output.status()).as(output.out()).isZero();
                assertThat(said(output)).as(order.toString()).isEqualTo(said);
                List<String> blocks = AgentRun.blocksIn(output.out());
                assertThat(blocks.subList(0, 3)).as(order.toString()).isEqualTo(expected);
                assertThat(blocks).hasSize(application == MockingApplication.class ? 5 : 3);
                assertThat(blocks.subList(3, blocks.size()))
                        .allSatisfy(block ->
                                assertThat(List.of(expected.get(2), MOCKED)).contains(block));
            }
        }
    }

    private static List<List<String>> orders(String... others) {
        List<String> before = new ArrayList<>(List.of(others));
        before.add(0, AgentRun.option());
        List<String> behind = new ArrayList<>(List.of(others));
        behind.add(AgentRun.option());
        return List.of(before, behind);
    }

    private static String[] options(String port, List<String> agents) {
        return options(port, agents.toArray(String[]::new));
    }

    private static String[] options(String port, String... agents) {
        List<String> options = new ArrayList<>(List.of(agents));
        options.addAll(List.of(NO_EXPORTERS));
        options.add(port);
        return options.toArray(String[]::new);
    }

    /** On standard error, without times. */
    private static List<String> said(ChildJvm.Output output) {
        assertThat(output.err()).doesNotContain("Exception", "WARN ", "ERROR");
        return output.err()
                .lines()
                .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\S+", "DATE"))
                .toList();
    }

    private static String mockitoJar() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith("mockito-core"))
                .findFirst()
                .orElseThrow();
    }
}

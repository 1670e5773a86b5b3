package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** CONTROL-C. */
class InterruptIT {

    private static final int INTERRUPTED = 130;

    /** A shell starts what it runs in the background deaf to CONTROL-C, and its children inherit that. */
    private static final List<String> HEARING = List.of("env", "--default-signal=INT");

    @TempDir
    private Path folder;

    @Test
    void theApplicationEndsAndPendingBlocksArePrinted() throws Exception {
        interrupt(Jdk.main());
    }

    @Test
    @EnabledIfEnvironmentVariable(named = Jdk.SECOND_HOME, matches = ".+", disabledReason = Jdk.SKIPPED)
    void theApplicationEndsOnTheSecondJdk() throws Exception {
        interrupt(Jdk.second());
    }

    private void interrupt(Jdk jdk) throws Exception {
        Path told = folder.resolve("told");
        try (RunningServer server =
                Launch.runserver(app(told)).on(jdk).through(HEARING).start()) {
            try (InputStream open = server.client()
                    .send(HttpRequest.newBuilder(server.uri("/wait?forever")).build(), BodyHandlers.ofInputStream())
                    .body()) {
                assertThat(new String(open.readNBytes(5), java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo("begun");
                for (int request = 0; request < 50; request++) {
                    server.body("/wait");
                }
                server.interrupt();
                assertThat(server.exitStatus()).isEqualTo(INTERRUPTED);
            }
            assertThat(told).hasContent("destroyed");
            List<String> blocks = server.remainingOut();
            assertThat(blocks).hasSizeGreaterThanOrEqualTo(50).allMatch(Masks::isAccessLine);
            assertThat(blocks.stream().filter(line -> line.contains("\"GET /wait HTTP/1.1\" 200 4 ")))
                    .hasSize(50);
            assertThat(server.remainingErr()).isEmpty();
        }
    }

    private Path app(Path told) throws Exception {
        return WebAppFiles.in(folder, "app")
                .classes("com.example.ends")
                .webXml("""
                        <context-param><param-name>file</param-name><param-value>%s</param-value></context-param>
                        <listener><listener-class>com.example.ends.TellingListener</listener-class></listener>
                        <servlet>
                          <servlet-name>wait</servlet-name>
                          <servlet-class>com.example.ends.WaitingServlet</servlet-class>
                          <async-supported>true</async-supported>
                        </servlet>
                        <servlet-mapping><servlet-name>wait</servlet-name><url-pattern>/wait</url-pattern></servlet-mapping>
                        """.formatted(told))
                .folder();
    }
}

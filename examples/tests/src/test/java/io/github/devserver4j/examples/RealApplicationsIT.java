package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Applications that others wrote, as they are. */
final class RealApplicationsIT {

    /** It wants a login that the launcher has nobody for; that it is asked for shows that it runs. */
    @Test
    void jolokiasAgent() throws Exception {
        try (RunningServer server = Launch.runserver(Repository.otherVersion("jolokia-agent-war-2.0.0.war"))
                .start()) {
            assertThat(server.get("/version").statusCode()).isEqualTo(401);
            server.stop();
            assertThat(server.remainingErr()).noneMatch(line -> line.startsWith("WARN"));
        }
    }
}

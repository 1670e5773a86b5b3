package io.github.devserver4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.servers.ServerApplication;
import io.github.devserver4j.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Under the agent every server shows each request, in front of all filters, with all that happened behind it. */
@Timeout(120)
final class AgentServersIT {

    private static final String QUERY = """
            [sql] (Tms) SELECT 42
            -- 1 row, at com.example.servers.QueryServlet.query(QueryServlet.java:LINE)
            [sql] (Tms) 1 queries with 0 duplicates
            [DATE] "GET /query%s HTTP/1.1" 200 9 (time: T; sql: Tms (1q); mem: M)""";

    static Stream<Arguments> servers() {
        return AgentRun.jvms()
                .flatMap(jvm -> Stream.of("jetty", "tomcat", "undertow").map(server -> Arguments.of(server, jvm)));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void eachRequestIsShown(String server, ChildJvm jvm) throws Exception {
        ChildJvm.Output output = AgentRun.outputUnderAgent(jvm, ServerApplication.class, options(server, jvm));
        List<String> blocks = AgentRun.blocksIn(output.out()).stream()
                .map(AgentServersIT::anyIndent)
                .toList();
        boolean tomcat = server.equals("tomcat"); // calls no filter where there is no servlet
        assertThat(blocks).hasSize(tomcat ? 4 : 5);
        assertThat(blocks).contains(QUERY.formatted(""), QUERY.formatted("?async"));
        assertThat(blocks) // Tomcat ends a request that failed when its answer is with the client, who asks on
                .anySatisfy(block -> assertThat(block)
                        .startsWith("[DATE] \"GET /query?fails HTTP/1.1\" 500 ")
                        .endsWith("; jakarta.servlet.ServletException)"))
                .anySatisfy(block -> assertThat(block).startsWith("[DATE] \"GET /query?refused=1 HTTP/1.1\" 403 0 "));
        if (!tomcat) {
            assertThat(blocks)
                    .anySatisfy(block -> assertThat(block).startsWith("[DATE] \"GET /missing HTTP/1.1\" 404 "));
        }
    }

    /** Undertow's own threads use what newer JDKs warn of. */
    private static String[] options(String server, ChildJvm jvm) throws IOException {
        String option = "-Dserver=" + server;
        boolean warns = server.equals("undertow")
                && Files.readString(jvm.home().resolve("release")).matches("(?s).*JAVA_VERSION=\"2[4-9].*");
        return warns ? new String[] {option, "--sun-misc-unsafe-memory-access=allow"} : new String[] {option};
    }

    private static String anyIndent(String block) {
        return block.replaceAll("(?m)^ +", "").replaceAll("QueryServlet\\.java:\\d+", "QueryServlet.java:LINE");
    }
}

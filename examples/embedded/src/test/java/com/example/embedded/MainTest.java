package com.example.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/** Runs the example and reads what it prints. */
class MainTest {

    @Test
    void eachRequestPrintsItsBlock() throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Server server = Main.start(0);
            assertThat(get(server, "/greeting?name=Ada")).isEqualTo("Hello, Ada!\n");
            assertThat(get(server, "/greeting?name=Ada")).isEqualTo("Hello, Ada!\n");
            server.stop(); // prints what is still to be printed
        } finally {
            System.setOut(out);
        }
        assertThat(masked(printed.toString(StandardCharsets.UTF_8)))
                .containsExactly(
                        "    [sql] (Nms) SELECT 'Hello, ' || 'Ada' || '!' AS greeting",
                        "                -- 1 row, at com.example.embedded.GreetingServlet.compose(GreetingServlet.java:45)",
                        "    [sql] (Nms) 1 queries with 0 duplicates",
                        "    [cache] (Nms) 2 calls made with a 0% hit percentage (1 misses)",
                        "[DATE] \"GET /greeting?name=Ada HTTP/1.1\" 200 12 (time: Ns; sql: Nms (1q); mem: N)",
                        "    [cache] (Nms) 1 calls made with a 100% hit percentage (0 misses)",
                        "[DATE] \"GET /greeting?name=Ada HTTP/1.1\" 200 12 (time: Ns; sql: Nms (0q); mem: N)");
    }

    @Test
    void theReadmeShowsTheseLines() throws Exception {
        String readme = Files.readString(Path.of("../../README.md"));
        String main = Files.readString(Path.of("src/main/java/com/example/embedded/Main.java"));
        String snippet = readme.substring(readme.indexOf("```java") + "```java".length());
        snippet = snippet.substring(0, snippet.indexOf("```"));
        assertThat(snippet.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(main).contains(line));
    }

    private static String get(Server server, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.getURI().resolve(path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    static List<String> masked(String printed) {
        return printed.replaceAll("(?m)^ +\\[sql] \\(\\d+ms\\) waited .*\\R.*\\R", "") // there only if it was slow
                .replaceAll("\\(\\d+ms\\)", "(Nms)")
                .replaceAll("sql: \\d+ms", "sql: Nms")
                .replaceAll("time: [\\d.]+s", "time: Ns")
                .replaceAll("mem: [\\d.]+ (bytes|[KM]B)", "mem: N")
                .replaceAll("(?m)^\\[[^\\]]+\\]", "[DATE]")
                .lines()
                .toList();
    }
}

package com.example.springpolls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.ChildJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under the agent the packaged application sends what it sends without it, to the byte: head, chunks, compression and all. */
@Timeout(300)
final class UnchangedAnswersIT {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=(\\S+)");
    private static final String GZIP = "Accept-Encoding: gzip";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    /** Begins of requests, with header fields behind them, and a form as the last. */
    private static final List<List<String>> REQUESTS = List.of(
            List.of("GET /polls"),
            List.of("GET /polls/"),
            List.of("GET /polls/", GZIP),
            List.of("GET /polls/polls.css"),
            List.of("GET /polls/polls.css", GZIP),
            List.of("GET /polls/polls.css", "Range: bytes=3-9"),
            List.of("GET /polls/polls.css", "Range: bytes=3-9,20-29"),
            List.of("GET /polls/polls.css", "Range: bytes=100000-"),
            List.of("GET /polls/polls.css", "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT"),
            List.of("HEAD /polls/polls.css"),
            List.of("GET /polls/favicon.ico"),
            List.of("GET /polls/missing.txt"),
            List.of("GET /polls/missing.txt", "Accept: text/html"),
            List.of("GET /elsewhere"),
            List.of("GET /polls/../polls/events"),
            List.of("GET /polls/%zz"),
            List.of("GET /polls/api/1.0/show/doi/state"),
            List.of("GET /polls/api/1.0/show/doi/state"),
            List.of("GET /polls/api/1.0/show/doi/state", GZIP),
            List.of("GET /polls/api/1.0/show/doi/state", "Accept-Language: de"),
            List.of("GET /polls/api/1.0/show/doi/state", "Accept: application/xml"),
            List.of("HEAD /polls/api/1.0/show/doi/state"),
            List.of("OPTIONS /polls/api/1.0/show/doi/state"),
            List.of("DELETE /polls/api/1.0/show/doi/state"),
            List.of("GET /polls/api/1.0/show/nowhere/state"),
            List.of("GET /polls/api/1.0/show/rehearsal/state"),
            List.of("GET /polls/api/1.0/show/doi/colour"),
            List.of("GET /polls/api/1.0/show/doi/vote"),
            List.of("POST /polls/api/1.0/show/bern/vote", FORM, "value=8"),
            List.of("POST /polls/api/1.0/show/bern/vote", FORM, GZIP, "value=9"),
            List.of("POST /polls/api/1.0/show/bern/vote", FORM, "Expect: 100-continue", "value=9"),
            List.of("POST /polls/api/1.0/show/bern/vote", FORM, "value=11"),
            List.of("POST /polls/api/1.0/show/bern/vote", FORM, "value="),
            List.of("POST /polls/api/1.0/show/bern/vote", "Content-Type: application/json", "{}"),
            List.of("POST /polls/api/1.0/show/cork/vote", FORM, "value=5"),
            List.of("POST /polls/api/1.0/show/nowhere/vote", FORM, "value=5"),
            List.of("GET /polls/api/1.0/show/bern/state"),
            List.of("GET /polls/events"),
            List.of("GET /polls/events", GZIP),
            List.of("HEAD /polls/events"),
            List.of("POST /polls/events", FORM, "a=b"),
            List.of("GET /polls/slow"),
            List.of("GET /polls/error"),
            List.of("GET /polls/error", "Accept: text/html"),
            List.of("GET /polls/duplicates"),
            List.of("GET /polls/recount"),
            List.of("GET /polls/async"),
            List.of("GET /polls/async?dispatch=1"),
            List.of("GET /polls/async?dispatch=1", GZIP),
            List.of("GET /polls/stream?events=3&interval=20"),
            List.of("GET /polls/stream?events=3&interval=20", GZIP),
            List.of("HEAD /polls/stream?events=1&interval=0"),
            List.of("GET /polls/stream?events=none"),
            List.of("GET /polls/stream?slug=nowhere"));

    static Stream<ChildJvm> jvms() {
        return System.getenv(ChildJvm.SECOND_JDK_HOME) == null
                ? Stream.of(ChildJvm.like())
                : Stream.of(ChildJvm.like(), ChildJvm.onSecondJdk());
    }

    @ParameterizedTest
    @MethodSource("jvms")
    void everyAnswerIsTheSameToTheByte(ChildJvm jvm, @TempDir Path folder) throws Exception {
        String jar = ApplicationClassPath.jarWithoutDevserver(folder).toString();
        List<String> plain = answers(jvm, List.of("-jar", jar));
        List<String> agent = answers(jvm, List.of("-javaagent:" + ApplicationClassPath.agent(), "-jar", jar));
        assertThat(plain).hasSize(REQUESTS.size());
        assertThat(plain).anyMatch(answer -> answer.contains("Content-Encoding: gzip"));
        assertThat(plain).anyMatch(answer -> answer.contains("Transfer-Encoding: chunked"));
        for (String status :
                List.of("100", "200", "201", "206", "302", "304", "400", "404", "405", "409", "416", "500")) {
            assertThat(plain).as(status).anyMatch(answer -> answer.startsWith("HTTP/1.1 " + status + " "));
        }
        for (int i = 0; i < REQUESTS.size(); i++) {
            assertThat(agent.get(i)).as(REQUESTS.get(i).toString()).isEqualTo(plain.get(i));
        }
    }

    private static List<String> answers(ChildJvm jvm, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(arguments);
        command.addAll(List.of(
                "--server.servlet.context-path=/polls",
                "--server.compression.enabled=true",
                "--server.compression.min-response-size=1"));
        List<String> answers = new ArrayList<>();
        try (RunningPolls polls = RunningPolls.start(jvm.home(), command)) {
            for (List<String> request : REQUESTS) {
                answers.add(masked(answer(polls.port(), request), polls.port()));
            }
            boolean recorded = polls.stop().stream().anyMatch(Lines::isAccessLine);
            assertThat(recorded).isEqualTo(arguments.get(0).startsWith("-javaagent:"));
        }
        return answers;
    }

    /** All that the server sends until it closes the connection. */
    private static String answer(int port, List<String> request) throws IOException {
        boolean posts = request.get(0).startsWith("POST");
        String body = posts ? request.get(request.size() - 1) : "";
        StringBuilder head = new StringBuilder(request.get(0)).append(" HTTP/1.1\r\nHost: localhost\r\n");
        for (String field : request.subList(1, posts ? request.size() - 1 : request.size())) {
            head.append(field).append("\r\n");
        }
        if (posts) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n").append(body);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.toString().getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** Dates, and the port. */
    private static String masked(String answer, int port) {
        return withoutBoundary(answer)
                .replaceAll("(?m)^Date: .*$", "Date: #")
                .replaceAll("\"timestamp\":\"[^\"]*\"", "\"timestamp\":\"#\"")
                .replaceAll("<div id='created'>[^<]*</div>", "<div>#</div>")
                .replace(":" + port, ":PORT");
    }

    /** Between ranges, as random as its length, and with it that of the body, or of its one chunk. */
    private static String withoutBoundary(String answer) {
        Matcher boundary = BOUNDARY.matcher(answer);
        return boundary.find()
                ? answer.replace(boundary.group(1), "#")
                        .replaceFirst("Content-Length: \\d+", "Content-Length: #")
                        .replaceFirst("\r\n[0-9a-f]+\r\n", "\r\n#\r\n")
                : answer;
    }
}

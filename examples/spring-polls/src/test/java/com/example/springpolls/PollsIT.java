package com.example.springpolls;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.wiring.PlainWiring;
import io.github.devserver4j.testing.ChildJvm;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The lines of the polls with the starter, and under the agent, equal those of the same polls wired by hand, but for what only Spring knows;
 * the answers and the numbers of queries equal those of the servlet version.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PollsIT {

    private static final List<String> REQUESTS = List.of(
            "/api/1.0/show/doi/state",
            "/api/1.0/show/doi/state",
            "/api/1.0/show/bern/state",
            "/api/1.0/show/nowhere/state",
            "/api/1.0/show/rehearsal/state",
            "/api/1.0/show/doi/colour",
            "/api/1.0/show/doi/vote",
            "POST /api/1.0/show/bern/vote value=8",
            "POST /api/1.0/show/cork/vote value=5",
            "POST /api/1.0/show/bern/vote value=11",
            "/",
            "/events",
            "/slow",
            "/error",
            "/duplicates",
            "/recount",
            "/async?dispatch=1",
            "/stream?events=3&interval=0");

    private final Map<String, List<List<String>>> blocks = new LinkedHashMap<>();
    private final List<HttpResponse<String>> answers = new ArrayList<>();

    ChildJvm jvm() {
        return ChildJvm.like();
    }

    @BeforeAll
    void run() throws Exception {
        Path jar = ApplicationClassPath.jar();
        blocks.put("starter", blocks(jvm(), List.of("-jar", jar.toString(), "--devserver.enabled=true"), answers));
        String plain = ApplicationClassPath.withoutStarter(jvm());
        blocks.put("plain", blocks(jvm(), List.of("-cp", plain, PlainWiring.class.getName()), new ArrayList<>()));
        String agent = "-javaagent:" + ApplicationClassPath.agent();
        blocks.put(
                "starter and agent",
                blocks(jvm(), List.of(agent, "-jar", jar.toString(), "--devserver.enabled=true"), new ArrayList<>()));
        String unwired = ApplicationClassPath.withoutDevserver(jvm());
        blocks.put(
                "agent", blocks(jvm(), List.of(agent, "-cp", unwired, SpringPolls.class.getName()), new ArrayList<>()));
    }

    private static List<List<String>> blocks(ChildJvm jvm, List<String> arguments, List<HttpResponse<String>> answers)
            throws Exception {
        List<List<String>> blocks = new ArrayList<>();
        try (RunningPolls polls = RunningPolls.start(jvm.home(), arguments)) {
            for (String request : REQUESTS) {
                answers.add(send(polls, request));
                blocks.add(polls.block());
            }
            assertThat(polls.stop()).noneMatch(Lines::isAccessLine);
        }
        return blocks;
    }

    private static HttpResponse<String> send(RunningPolls polls, String request) throws Exception {
        String[] words = request.split(" ", -1);
        return words.length == 1 ? polls.get(request) : polls.vote(words[1].split("/", -1)[4], words[2]);
    }

    static Stream<Integer> requests() {
        return Stream.iterate(0, i -> i + 1).limit(REQUESTS.size());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theLinesEqualThoseOfTheWiringByHand(int request) {
        List<String> starter = Lines.common(block("starter", request));
        List<String> plain = Lines.common(block("plain", request));
        assertThat(starter).as(REQUESTS.get(request)).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theLinesUnderTheAgentEqualThoseOfTheWiringByHand(int request) {
        List<String> agent = Lines.common(block("agent", request));
        List<String> plain = Lines.common(block("plain", request));
        assertThat(agent).as(REQUESTS.get(request)).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void underTheAgentTheStarterRecordsNothingTwice(int request) {
        List<String> both = Lines.common(block("starter and agent", request));
        List<String> starter = Lines.common(block("starter", request));
        assertThat(both).as(REQUESTS.get(request)).isEqualTo(starter);
    }

    @Test
    void theFirstRequestRunsTwoQueriesAndTheSecondNone() {
        assertThat(access(0))
                .endsWith("\"GET /api/1.0/show/doi/state HTTP/1.1\" 200 1179 (time: #s; sql: #ms (2q); mem: #)");
        assertThat(access(1))
                .endsWith("\"GET /api/1.0/show/doi/state HTTP/1.1\" 200 1179 (time: #s; sql: #ms (0q); mem: #)");
    }

    @Test
    void theOtherRequestsRunAsManyQueriesAsTheServletVersion() {
        assertThat(queriesOf("/api/1.0/show/bern/state")).isEqualTo(2);
        assertThat(queriesOf("/api/1.0/show/nowhere/state")).isEqualTo(1);
        assertThat(queriesOf("POST /api/1.0/show/bern/vote value=8")).isEqualTo(3);
        assertThat(queriesOf("/events")).isEqualTo(27);
        assertThat(queriesOf("/slow")).isEqualTo(1);
    }

    @Test
    void theFaultsShow() {
        assertThat(queriesOf("/duplicates")).isEqualTo(5);
        assertThat(block("starter", REQUESTS.indexOf("/duplicates"))).anyMatch(line -> line.contains("4 duplicates"));
        assertThat(queriesOf("/recount")).isGreaterThan(100);
        assertThat(access(REQUESTS.indexOf("/error"))).contains(" 500 ", "InvalidDataAccessResourceUsageException");
    }

    @Test
    void theAnswersAreThoseOfTheServletVersion() {
        assertThat(answer("/api/1.0/show/doi/state").headers().firstValue("Content-Type"))
                .contains("application/json");
        assertThat(answer("/api/1.0/show/nowhere/state").body())
                .isEqualTo("{\"error\":\"There is no event \\\"nowhere\\\".\"}");
        assertThat(answer("/api/1.0/show/rehearsal/state").statusCode()).isEqualTo(404);
        assertThat(answer("/api/1.0/show/doi/colour").statusCode()).isEqualTo(404);
        assertThat(answer("/api/1.0/show/doi/vote").statusCode()).isEqualTo(405);
        assertThat(answer("/api/1.0/show/doi/vote").headers().firstValue("Allow"))
                .contains("POST");
        assertThat(answer("POST /api/1.0/show/bern/vote value=8").statusCode()).isEqualTo(201);
        assertThat(answer("POST /api/1.0/show/cork/vote value=5").body())
                .isEqualTo("{\"error\":\"The poll is closed.\"}");
        assertThat(answer("POST /api/1.0/show/bern/vote value=11").body())
                .contains("is \\\"11\\\": send a whole number from 1 to 10.");
        assertThat(answer("/").body()).contains("<h1>Polls</h1>");
        String events = answer("/events").body();
        assertThat(events.split("<h2>", -1)).hasSize(1 + 26);
        assertThat(events).contains("Day of Innovation <small>2012-03-05</small>", "food &amp; drink");
        assertThat(events).doesNotContain("Rehearsal");
        assertThat(answer("/async?dispatch=1").body()).isEqualTo(events);
        assertThat(answer("/error").body()).containsIgnoringCase("colour");
        assertThat(answer("/stream?events=3&interval=0").body())
                .matches("(id: [123]\nevent: votes\ndata: \\{\"votes\":\\d+}\n\n){3}");
    }

    private HttpResponse<String> answer(String request) {
        return answers.get(REQUESTS.indexOf(request));
    }

    private int queriesOf(String request) {
        String line = access(REQUESTS.indexOf(request));
        return Integer.parseInt(line.replaceFirst(".*sql: #ms \\((\\d+)q.*", "$1"));
    }

    private String access(int request) {
        List<String> block = Lines.common(block("starter", request));
        return block.get(block.size() - 1);
    }

    private List<String> block(String wiring, int request) {
        return Objects.requireNonNull(blocks.get(wiring)).get(request);
    }

    @AfterAll
    void forget() {
        blocks.clear();
    }
}

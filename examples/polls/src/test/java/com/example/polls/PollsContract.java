package com.example.polls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every endpoint does, whichever database is behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PollsContract {

    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable PollsServer server;

    abstract @Nullable String databaseUrl();

    @BeforeAll
    void start() throws Exception {
        server = PollsServer.start(databaseUrl());
    }

    @AfterAll
    void stop() throws Exception {
        server().stop();
    }

    @Test
    void theIndexPageAndItsFilesAreServed() throws Exception {
        assertThat(get("/").body()).contains("<h1>Polls</h1>");
        assertThat(get("/polls.css").statusCode()).isEqualTo(200);
        assertThat(get("/favicon.ico").statusCode()).isEqualTo(200);
    }

    @Test
    void theStateIsTheSameFromTheDatabaseAndFromTheCaches() throws Exception {
        HttpResponse<String> first = get("/api/1.0/show/doi/state");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).contains("application/json");
        Map<String, Object> body = json(first);
        assertThat(body).containsEntry("message", "This poll is open for votes.");
        assertThat(body.get("event")).isEqualTo(Map.of("slug", "doi", "title", "Day of Innovation"));
        assertThat(poll(first)).containsEntry("id", 2011343691).containsEntry("state", "open");
        assertThat(get("/api/1.0/show/doi/state").body()).isEqualTo(first.body());
    }

    @Test
    void anUnknownOrDisabledEventIsNotFound() throws Exception {
        HttpResponse<String> unknown = get("/api/1.0/show/nowhere/state");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown)).containsEntry("error", "There is no event \"nowhere\".");
        assertThat(get("/api/1.0/show/rehearsal/state").statusCode()).isEqualTo(404);
        assertThat(get("/api/1.0/show/doi/colour").statusCode()).isEqualTo(404);
    }

    @Test
    void aVoteChangesTheState() throws Exception {
        Map<String, Object> before = poll(get("/api/1.0/show/bern/state"));
        HttpResponse<String> vote = vote("bern", "value=9");
        assertThat(vote.statusCode()).isEqualTo(201);
        Map<String, Object> after = poll(get("/api/1.0/show/bern/state"));
        assertThat(after)
                .isEqualTo(json(vote))
                .containsEntry("votes", number(before, "votes") + 1)
                .containsEntry("total", number(before, "total") + 9);
    }

    @Test
    void aVoteThatIsNoNumberFromOneToTenIsRefused() throws Exception {
        assertThat(error(vote("doi", ""), 400))
                .isEqualTo("Parameter \"value\" is missing: send a whole number from 1 to 10 as a form field.");
        assertThat(error(vote("doi", "value=11"), 400))
                .isEqualTo("Parameter \"value\" is \"11\": send a whole number from 1 to 10.");
        assertThat(error(vote("doi", "value=nine"), 400))
                .isEqualTo("Parameter \"value\" is \"nine\": send a whole number from 1 to 10.");
    }

    @Test
    void aVoteIsRefusedByAClosedPollAnUnknownEventAndByGet() throws Exception {
        assertThat(error(vote("cork", "value=5"), 409)).isEqualTo("The poll is closed.");
        assertThat(error(vote("nowhere", "value=5"), 404)).isEqualTo("There is no event \"nowhere\".");
        HttpResponse<String> get = get("/api/1.0/show/doi/vote?value=5");
        assertThat(error(get, 405)).isEqualTo("Use POST.");
        assertThat(get.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void theEventsAreListedWithTheirPollsEscapedAndWithoutTheDisabledOne() throws Exception {
        String page = get("/events").body();
        assertThat(page.split("<h2>", -1)).hasSize(1 + 26);
        assertThat(page).contains("Day of Innovation <small>2012-03-05</small>");
        assertThat(page).contains("food &amp; drink").doesNotContain("Rehearsal");
    }

    @Test
    void theSlowQueryIsSlow() throws Exception {
        long start = System.nanoTime();
        assertThat(get("/slow").statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThan(290_000_000);
    }

    @Test
    void theFailingQueryEndsAsAServerError() throws Exception {
        HttpResponse<String> error = get("/error");
        assertThat(error.statusCode()).isEqualTo(500);
        assertThat(error.body()).contains("colour");
    }

    @Test
    void anAsynchronousAnswerComesFromAThreadOfTheApplication() throws Exception {
        assertThat(json(get("/async"))).isEqualTo(Map.of("events", 26, "thread", "polls-async"));
    }

    @Test
    void anAsynchronousRequestCanBeDispatched() throws Exception {
        assertThat(get("/async?dispatch=1").body()).contains("<h1>Events</h1>");
    }

    @Test
    void aStreamEndsAfterTheEventsAskedFor() throws Exception {
        HttpResponse<String> stream = get("/stream?events=3&interval=0");
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(stream.body()).matches("(id: [123]\nevent: votes\ndata: \\{\"votes\":\\d+}\n\n){3}");
        assertThat(error(get("/stream?events=1001"), 400)).contains("\"events\"", "from 1 to 1000");
    }

    @Test
    void streamedEventsArriveOneByOne() throws Exception {
        HttpRequest request =
                request("/stream?slug=turin&events=1000&interval=10").build();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                client.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            String before = nextData(lines);
            vote("turin", "value=1");
            // Were the events held back, all of them would have been read before the vote.
            String now = before;
            while (now.equals(before)) {
                now = nextData(lines);
            }
            assertThat(now).startsWith("data: {\"votes\":");
        }
    }

    private static String nextData(BufferedReader lines) throws IOException {
        String line;
        do {
            line = lines.readLine();
            assertThat(line).as("line before the stream's end").isNotNull();
        } while (!line.startsWith("data: "));
        return line;
    }

    private HttpResponse<String> vote(String slug, String form) throws Exception {
        HttpRequest request = request("/api/1.0/show/" + slug + "/vote")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server().uri(path));
    }

    private PollsServer server() {
        return Objects.requireNonNull(server);
    }

    private static String error(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        return String.valueOf(json(response).get("error"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> poll(HttpResponse<String> response) throws IOException {
        return (Map<String, Object>) Objects.requireNonNull(json(response).get("poll"));
    }

    private static int number(Map<String, Object> poll, String name) {
        return (int) Objects.requireNonNull(poll.get(name));
    }

    private static Map<String, Object> json(HttpResponse<String> response) throws IOException {
        return JSON.std.mapFrom(response.body());
    }
}

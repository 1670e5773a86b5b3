package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two hundred requests at once: no block is interleaved, none is lost, and each holds its own calls only. */
final class ConcurrencyIT {

    private static final int REQUESTS = 200;

    @Test
    void eachOfTwoHundredConcurrentRequestsHasItsOwnBlock() throws Exception {
        try (RunningServer server = Launch.runserver(Repository.POLLS).start()) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int request = 0; request < REQUESTS; request++) {
                String path = request % 4 == 0 ? "/events?n=" + request : slug(request);
                answers.add(server.client()
                        .sendAsync(HttpRequest.newBuilder(server.uri(path)).build(), BodyHandlers.ofString()));
            }
            Set<String> expected = new HashSet<>();
            for (int request = 0; request < REQUESTS; request++) {
                HttpResponse<String> answer = answers.get(request).join();
                expected.add(
                        request % 4 == 0
                                ? Events.block(
                                        "/events?n=" + request, answer.body().length())
                                : unknown(request));
            }
            Set<String> printed = new HashSet<>();
            for (int request = 0; request < REQUESTS; request++) {
                printed.add(server.block());
            }
            assertThat(printed).isEqualTo(expected).hasSize(REQUESTS);
            server.stopSilently();
        }
    }

    private static String slug(int request) {
        return "/api/1.0/show/no" + request + "/state";
    }

    private static String unknown(int request) {
        return """
                    [sql] (#ms) SELECT ...
                                FROM "polls_numericpoll"
                                INNER JOIN "polls_event" ON ("polls_numericpoll"."event_id" = "polls_event"."id")
                                WHERE ("polls_event"."slug" = 'no%1$d'
                                       AND "polls_event"."enabled" = TRUE)
                                ORDER BY "polls_event"."start_time" DESC LIMIT 1
                                -- 0 rows, at com.example.polls.PollDao.state(PollDao.java:42)
                    [sql] (#ms) 1 queries with 0 duplicates
                    [cache] (#ms) 1 calls made with a 0%% hit percentage (1 misses)
                [date] "GET /api/1.0/show/no%1$d/state HTTP/1.1" 404 %2$d (time: #s; sql: #ms (1q); mem: #)""".formatted(request, ("{\"error\":\"There is no event \\\"no" + request + "\\\".\"}").length());
    }
}

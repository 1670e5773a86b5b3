package io.github.devserver4j.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the launcher prints for each of the polls' requests, whichever the database and the JDK. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PollsContract {

    private static final Pattern MILLIS = Pattern.compile("\\[sql] \\((\\d+)ms\\) SELECT pg_sleep");

    @SuppressWarnings("NullAway.Init") // by the first method that is called
    private RunningServer server;

    abstract Launch launch() throws Exception;

    /** The one to run on. */
    Jdk jdk() {
        return Jdk.main();
    }

    /** The failing query of {@code /error} from its second line on, and how the access line ends. */
    abstract ErrorText error();

    record ErrorText(String sqlLines, String exception) {}

    /** The README's promise, and the caches' first use. */
    @BeforeAll
    void theFirstRequestRunsTwoQueriesAndTheSecondNone() throws Exception {
        server = launch().on(jdk()).start();
        HttpResponse<String> first = server.get("/api/1.0/show/doi/state");
        assertThat(server.block()).isEqualTo("""
                    [sql] (#ms) SELECT ...
                                FROM "polls_numericpoll"
                                INNER JOIN "polls_event" ON ("polls_numericpoll"."event_id" = "polls_event"."id")
                                WHERE ("polls_event"."slug" = 'doi'
                                       AND "polls_event"."enabled" = TRUE)
                                ORDER BY "polls_event"."start_time" DESC LIMIT 1
                                -- 1 row, at com.example.polls.PollDao.state(PollDao.java:42)
                    [sql] (#ms) SELECT ...
                                FROM "polls_numericpoll"
                                WHERE "polls_numericpoll"."id" = 2011343691
                                -- 1 row, at com.example.polls.PollDao.find(PollDao.java:57)
                    [sql] (#ms) 2 queries with 0 duplicates
                    [cache] (#ms) 32 calls made with a 83% hit percentage (5 misses)
                                  PollService.java:33: 2 calls, 0%
                                  PollService.java:34: 1 call, 0%
                                  Texts.java:30: 29 calls, 89%
                [date] "GET /api/1.0/show/doi/state HTTP/1.1" 200 1179 (time: #s; sql: #ms (2q); mem: #)""");
        HttpResponse<String> second = server.get("/api/1.0/show/doi/state");
        assertThat(server.block()).isEqualTo("""
                    [cache] (#ms) 31 calls made with a 100% hit percentage (0 misses)
                                  PollService.java:33: 1 call, 100%
                                  PollService.java:34: 1 call, 100%
                                  Texts.java:30: 29 calls, 100%
                [date] "GET /api/1.0/show/doi/state HTTP/1.1" 200 1179 (time: #s; sql: #ms (0q); mem: #)""");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void anotherSlugHasOtherValues() throws Exception {
        int length = bytes(server.body("/api/1.0/show/bern/state"));
        assertThat(server.block()).isEqualTo(stateOf("bern", 300, length));
    }

    @Test
    void aVoteIsWrittenInATransactionAndChangesTheAnswer() throws Exception {
        int votes = votes(server.body("/api/1.0/show/dijon/state"));
        server.rawBlock();
        HttpResponse<String> vote = server.post("/api/1.0/show/dijon/vote", "value=8");
        assertThat(server.block()).isEqualTo("""
                    [sql] (#ms) UPDATE "polls_numericpoll"
                                SET "total" = "total" + 8, "votes" = "votes" + 1
                                WHERE ("polls_numericpoll"."id" = 500
                                       AND "polls_numericpoll"."state" = 'open')
                                -- 1 row updated, at com.example.polls.VoteDao.updateSums(VoteDao.java:44)
                    [sql] (#ms) INSERT INTO "polls_vote" ("poll_id", "value", "cast_at")
                                VALUES (500, 8, '#')
                                -- 1 row updated, at com.example.polls.VoteDao.insertVote(VoteDao.java:54)
                    [sql] (#ms) COMMIT
                                -- at com.example.polls.VoteDao.insert(VoteDao.java:28)
                    [sql] (#ms) SELECT ...
                                FROM "polls_numericpoll"
                                WHERE "polls_numericpoll"."id" = 500
                                -- 1 row, at com.example.polls.PollDao.find(PollDao.java:57)
                    [sql] (#ms) 3 queries with 0 duplicates
                    [cache] (#ms) 3 calls made with a 50%% hit percentage (1 misses)
                                  PollService.java:33: 1 call, 100%%
                                  PollService.java:34: 2 calls, 0%%
                [date] "POST /api/1.0/show/dijon/vote HTTP/1.1" 201 %d (time: #s; sql: #ms (3q); mem: #)""".formatted(bytes(vote.body())));
        assertThat(vote.statusCode()).isEqualTo(201);
        assertThat(votes(server.body("/api/1.0/show/dijon/state"))).isEqualTo(votes + 1);
        server.rawBlock();
    }

    @Test
    void anUnknownSlugIsAskedForAndNotFound() throws Exception {
        assertThat(server.get("/api/1.0/show/nowhere/state").statusCode()).isEqualTo(404);
        assertThat(server.block()).isEqualTo("""
                    [sql] (#ms) SELECT ...
                                FROM "polls_numericpoll"
                                INNER JOIN "polls_event" ON ("polls_numericpoll"."event_id" = "polls_event"."id")
                                WHERE ("polls_event"."slug" = 'nowhere'
                                       AND "polls_event"."enabled" = TRUE)
                                ORDER BY "polls_event"."start_time" DESC LIMIT 1
                                -- 0 rows, at com.example.polls.PollDao.state(PollDao.java:42)
                    [sql] (#ms) 1 queries with 0 duplicates
                    [cache] (#ms) 1 calls made with a 0% hit percentage (1 misses)
                [date] "GET /api/1.0/show/nowhere/state HTTP/1.1" 404 42 (time: #s; sql: #ms (1q); mem: #)""");
    }

    @Test
    void thePageOfEventsHas27Queries() throws Exception {
        int length = bytes(server.body("/events"));
        assertThat(server.block()).isEqualTo(Events.block("/events", length));
    }

    @Test
    void aSlowQueryTellsItsTime() throws Exception {
        server.body("/slow");
        String block = server.rawBlock();
        Matcher millis = MILLIS.matcher(block);
        assertThat(millis.find()).isTrue();
        assertThat(Integer.parseInt(millis.group(1))).isGreaterThanOrEqualTo(300);
        assertThat(Masks.mask(block)).isEqualTo("""
                    [sql] (#ms) SELECT pg_sleep(0.3)
                                -- at com.example.polls.PollDao.slow(PollDao.java:103)
                    [sql] (#ms) 1 queries with 0 duplicates
                [date] "GET /slow HTTP/1.1" 200 13 (time: #s; sql: #ms (1q); mem: #)""");
    }

    @Test
    void aFailedQueryAndTheExceptionAreTold() throws Exception {
        HttpResponse<String> response = server.get("/error");
        assertThat(server.block())
                .isEqualTo("""
                    [sql] (#ms) SELECT ...
                                FROM "polls_event"
                                WHERE "polls_event"."enabled" = TRUE
                                ORDER BY "polls_event"."start_time" DESC
                                -- 26 rows, at com.example.polls.PollDao.events(PollDao.java:71)
                    [sql] (#ms) SELECT "polls_event"."colour"
                                FROM "polls_event"
                %s
                                -- at com.example.polls.PollDao.missingColumn(PollDao.java:112)
                    [sql] (#ms) 2 queries with 0 duplicates
                [date] "GET /error HTTP/1.1" 500 %d (time: #s; sql: #ms (2q); mem: #; %s)""".formatted(error().sqlLines(), bytes(response.body()), error().exception()));
    }

    @Test
    void anAsynchronousAnswerIsOneBlock() throws Exception {
        server.body("/async");
        assertThat(server.block()).isEqualTo(Events.QUERY + """
                    [sql] (#ms) 1 queries with 0 duplicates
                [date] "GET /async HTTP/1.1" 200 36 (time: #s; sql: #ms (1q); mem: #)""");
    }

    @Test
    void anAsynchronousDispatchIsOneBlock() throws Exception {
        int length = bytes(server.body("/async?dispatch=1"));
        assertThat(server.block()).isEqualTo(Events.block("/async?dispatch=1", length, 2));
    }

    @Test
    void aStreamIsOneBlockAtItsEnd() throws Exception {
        int length = bytes(server.body("/stream?events=3&interval=1&slug=doi"));
        String read = """
                    [sql] (#ms) SELECT ...
                                FROM "polls_numericpoll"
                                WHERE "polls_numericpoll"."id" = 2011343691
                                -- 1 row, at com.example.polls.PollDao.find(PollDao.java:57)
                """;
        assertThat(server.block()).isEqualTo(read.repeat(3) + """
                    [sql] (#ms) 3 queries with 2 duplicates
                    [cache] (#ms) 1 calls made with a 100%% hit percentage (0 misses)
                [date] "GET /stream?events=3&interval=1&slug=doi HTTP/1.1" 200 %d (time: #s; sql: #ms (3q); mem: #)""".formatted(length));
    }

    @BeforeEach
    @AfterEach
    void staticFilesAreNotShown() throws Exception {
        assertThat(server.body("/")).contains("<h1>Polls</h1>");
        server.body("/polls.css");
        server.body("/favicon.ico");
    }

    @AfterAll
    void nothingElseWasPrinted() throws Exception {
        server.stop();
        assertThat(server.remainingOut()).isEmpty();
        List<String> err = server.remainingErr();
        // The one exception that left a servlet, with its stack trace.
        assertThat(err).first().isEqualTo("WARN  ServletChannel: /error");
        assertThat(err.subList(1, err.size())).noneMatch(line -> line.contains("WARN") || line.startsWith("Error"));
        server.close();
    }

    private static String stateOf(String slug, int id, int length) {
        return """
                    [sql] (#ms) SELECT ...
                                FROM "polls_numericpoll"
                                INNER JOIN "polls_event" ON ("polls_numericpoll"."event_id" = "polls_event"."id")
                                WHERE ("polls_event"."slug" = '%s'
                                       AND "polls_event"."enabled" = TRUE)
                                ORDER BY "polls_event"."start_time" DESC LIMIT 1
                                -- 1 row, at com.example.polls.PollDao.state(PollDao.java:42)
                    [sql] (#ms) SELECT ...
                                FROM "polls_numericpoll"
                                WHERE "polls_numericpoll"."id" = %d
                                -- 1 row, at com.example.polls.PollDao.find(PollDao.java:57)
                    [sql] (#ms) 2 queries with 0 duplicates
                    [cache] (#ms) 32 calls made with a 93%% hit percentage (2 misses)
                                  PollService.java:33: 2 calls, 0%%
                                  PollService.java:34: 1 call, 0%%
                                  Texts.java:30: 29 calls, 100%%
                [date] "GET /api/1.0/show/%s/state HTTP/1.1" 200 %d (time: #s; sql: #ms (2q); mem: #)""".formatted(slug, id, slug, length);
    }

    private static int bytes(String body) {
        return body.getBytes(UTF_8).length;
    }

    private static int votes(String body) {
        Matcher votes = Pattern.compile("\"votes\":(\\d+)").matcher(body);
        assertThat(votes.find()).isTrue();
        return Integer.parseInt(votes.group(1));
    }
}

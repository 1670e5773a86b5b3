package io.github.devserver4j.examples;

/** The block of the polls' page of events, with its deliberate N+1. */
final class Events {

    private static final int EVENTS = 26;

    private Events() {}

    /** The statement that reads all events. */
    static final String QUERY = """
                    [sql] (#ms) SELECT ...
                                FROM "polls_event"
                                WHERE "polls_event"."enabled" = TRUE
                                ORDER BY "polls_event"."start_time" DESC
                                -- 26 rows, at com.example.polls.PollDao.events(PollDao.java:71)
                """;

    static String block(String path, int length) {
        return block(path, length, 1);
    }

    /** The block where all events were read {@code reads} times, of which the last has the polls read. */
    static String block(String path, int length, int reads) {
        StringBuilder block = new StringBuilder(QUERY.repeat(reads));
        for (int event = 1; event <= EVENTS; event++) {
            block.append(pollsOf(event));
        }
        int queries = EVENTS + reads;
        return block.append("""
                    [sql] (#ms) %d queries with %d duplicates
                [date] "GET %s HTTP/1.1" 200 %d (time: #s; sql: #ms (%dq); mem: #)""".formatted(queries, reads - 1, path, length, queries))
                .toString();
    }

    private static String pollsOf(int event) {
        int polls = event == 1 ? 1 : 1 + (event - 2) % 3;
        return """
                    [sql] (#ms) SELECT ...
                                FROM "polls_numericpoll"
                                WHERE "polls_numericpoll"."event_id" = %d
                                ORDER BY "polls_numericpoll"."id" ASC
                                -- %s, %sat com.example.polls.PollDao.pollsOf(PollDao.java:88)
                """.formatted(event, polls == 1 ? "1 row" : polls + " rows", isLookedUp(event) ? "" : "likely ");
    }

    /** The first five rounds of a loop, and every sixteenth. */
    private static boolean isLookedUp(int round) {
        return round <= 5 || round % 16 == 0;
    }
}

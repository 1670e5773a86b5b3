package io.github.devserver4j.examples;

/** The block of the polls' page of events, with its deliberate N+1. */
final class Events {

    private static final int EVENTS = 26;

    private Events() {}

    static String block(String path, int length) {
        StringBuilder block = new StringBuilder("""
                    [sql] (#ms) SELECT ...
                                FROM "polls_event"
                                WHERE "polls_event"."enabled" = TRUE
                                ORDER BY "polls_event"."start_time" DESC
                                -- 26 rows, at com.example.polls.PollDao.events(PollDao.java:71)
                """);
        for (int event = 1; event <= EVENTS; event++) {
            block.append(pollsOf(event));
        }
        return block.append("""
                    [sql] (#ms) 27 queries with 0 duplicates
                [date] "GET %s HTTP/1.1" 200 %d (time: #s; sql: #ms (27q); mem: #)""".formatted(path, length)).toString();
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

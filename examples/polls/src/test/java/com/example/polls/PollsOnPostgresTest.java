package com.example.polls;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The application with {@code DATABASE_URL} set to a real PostgreSQL. */
final class PollsOnPostgresTest extends PollsContract {

    private final EmbeddedPostgres postgres = startPostgres();

    @Override
    String databaseUrl() {
        return "postgres://postgres:unused@127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    @Test
    void openingADatabaseWithDataLeavesItAsItIs() throws Exception {
        String jdbcUrl = postgres.getJdbcUrl("postgres", "postgres");
        try (Database database = Database.open(jdbcUrl)) {
            PollDao polls = new PollDao(database.dataSource());
            new VoteDao(database.dataSource()).insert(700, 3);
            Poll poll = polls.find(700);
            try (Database again = Database.open(jdbcUrl)) {
                assertThat(new PollDao(again.dataSource()).find(700)).isEqualTo(poll);
            }
        }
    }

    /** After the server of the superclass, whose pool would miss it. */
    @Override
    @AfterAll
    void stop() throws Exception {
        super.stop();
        postgres.close();
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

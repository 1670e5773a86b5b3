package io.github.devserver4j.examples;

/** The polls on a real PostgreSQL. */
class PollsOnPostgresIT extends PollsContract {

    @Override
    Launch launch() throws Exception {
        return Launch.runserver(Repository.POLLS).environment("DATABASE_URL", Postgres.newDatabase());
    }

    @Override
    ErrorText error() {
        return new ErrorText(
                "                -- PSQLException: ERROR: column polls_event.colour does not exist Position: 8"
                        + " (SQLState 42703, code 0)",
                "org.postgresql.util.PSQLException");
    }
}

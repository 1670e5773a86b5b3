package io.github.devserver4j.examples;

/** The polls on H2 in memory, as they come. */
class PollsOnH2IT extends PollsContract {

    @Override
    Launch launch() throws Exception {
        return Launch.runserver(Repository.POLLS);
    }

    @Override
    ErrorText error() {
        return new ErrorText(
                "                -- JdbcSQLSyntaxErrorException: Column \"polls_event.colour\" not found"
                        + " (SQLState 42S22, code 42122)",
                "org.h2.jdbc.JdbcSQLSyntaxErrorException");
    }
}

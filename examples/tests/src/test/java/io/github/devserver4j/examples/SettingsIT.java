package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Settings reach the launcher by environment variable and by system property. */
final class SettingsIT {

    private static final String TAG = "    [sql] (#ms) ";

    @Test
    void sqlThatIsNotTruncatedRunsWhenPastedIntoASqlClient() throws Exception {
        String url = Postgres.newDatabase();
        Launch launch = Launch.runserver(Repository.POLLS)
                .environment("DATABASE_URL", url)
                .environment("DEVSERVER_TRUNCATE_SQL", "false");
        try (RunningServer server = launch.start();
                Connection connection = DriverManager.getConnection(url)) {
            server.body("/api/1.0/show/doi/state");
            List<String> statements = statements(Masks.durations(server.rawBlock()));
            assertThat(statements).hasSize(2);
            assertThat(rows(connection, statements.get(0)))
                    .isEqualTo("2011343691 1 How do you rate the Day of Innovation? open 1512 204 Day of Innovation\n");
            assertThat(rows(connection, statements.get(1)))
                    .isEqualTo("2011343691 1 How do you rate the Day of Innovation? open 1512 204\n");

            server.body("/events");
            List<String> events = statements(Masks.durations(server.rawBlock()));
            assertThat(events).hasSize(27);
            assertThat(rows(connection, events.get(0)).lines()).hasSize(26);
            assertThat(rows(connection, events.get(3))).isEqualTo("""
                            300 3 How did you like the talks? open 217 31
                            301 3 How was the food & drink? open 272 34
                            """);

            server.post("/api/1.0/show/bern/vote", "value=9");
            List<String> vote = statements(Masks.durations(server.rawBlock()));
            try (Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate(vote.get(1))).isEqualTo(1);
                assertThat(statement.executeUpdate(vote.get(2))).isEqualTo(1);
            }
            assertThat(rows(connection, "SELECT count(*), count(DISTINCT cast_at) FROM polls_vote"))
                    .isEqualTo("2 1\n");
            server.stopSilently();
        }
    }

    @Test
    void inRealTimeEachCallIsPrintedWhileTheRequestRuns() throws Exception {
        Launch launch = Launch.runserver(Repository.POLLS).jvmOption("-Ddevserver.realtime=true");
        try (RunningServer server = launch.start()) {
            server.body("/slow");
            assertThat(server.block()).isEqualTo("""
                        [sql] (#ms) SELECT pg_sleep(0.3)
                                    -- at com.example.polls.PollDao.slow(PollDao.java:103)
                        [sql] (#ms) 1 queries with 0 duplicates
                    [date] "GET /slow HTTP/1.1" 200 13 (time: #s; sql: #ms (1q); mem: #)""");
            server.stopSilently();
        }
    }

    @Test
    void coloursInAPipeWhenTheyAreAskedFor() throws Exception {
        Launch launch = Launch.runserver(Repository.POLLS).environment("DEVSERVER_COLOR", "always");
        try (RunningServer server = launch.start()) {
            server.body("/slow");
            String line = server.line();
            assertThat(line).contains("\033[").contains("SELECT");
        }
    }

    /** The statements of a block with their comment lines, as someone copies them. */
    private static List<String> statements(String block) {
        return List.of(block.split("\n(?= {4}\\[)")).stream()
                .filter(text -> text.startsWith(TAG) && text.contains("--"))
                .map(text -> text.substring(TAG.length()))
                .map(text -> text.lines().filter(line -> !line.startsWith("[")).collect(Collectors.joining("\n")))
                .toList();
    }

    private static String rows(Connection connection, String sql) throws Exception {
        StringBuilder text = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    text.append(column == 1 ? "" : " ").append(rows.getString(column));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }
}

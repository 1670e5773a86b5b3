package com.example.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollServiceTest {

    private static final long BERN = 300;

    private final AtomicLong nanos = new AtomicLong();
    private final Database database = Database.open(null);
    private final PollService service = new PollService(database.dataSource(), nanos::get);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsCachedStaysForAMinute() throws SQLException {
        PollState state = service.state("bern");
        Poll poll = service.poll(BERN);
        update("UPDATE \"polls_event\" SET \"title\" = 'Moved'");
        update("UPDATE \"polls_numericpoll\" SET \"question\" = 'Why?'");

        assertThat(service.state("bern")).isEqualTo(state);
        assertThat(service.poll(BERN)).isEqualTo(poll);

        nanos.addAndGet(PollService.TIME_TO_LIVE.toNanos());
        assertThat(service.state("bern")).extracting("eventTitle").isEqualTo("Moved");
        assertThat(service.poll(BERN).question()).isEqualTo("Why?");
    }

    @Test
    void anEventThatWasMissingIsFoundOnceItIsThere() throws SQLException {
        assertThat(service.state("thun")).isNull();
        update("UPDATE \"polls_event\" SET \"slug\" = 'thun' WHERE \"slug\" = 'bern'");
        assertThat(service.state("thun")).isNotNull();
    }

    @Test
    void aVoteIsSeenAtOnce() throws SQLException {
        long votes = service.poll(BERN).votes();
        assertThat(service.vote(BERN, 10)).isTrue();
        assertThat(service.poll(BERN).votes()).isEqualTo(votes + 1);
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}

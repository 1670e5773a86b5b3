package com.example.polls;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/** Fills an empty database: the event {@code doi}, 25 towns with one to three polls each, and a disabled event. */
final class SampleData {

    private static final LocalDateTime DOI_STARTS = LocalDateTime.of(2012, 3, 5, 17, 0);
    private static final long DOI_POLL = 2011343691L;

    private static final List<String> TOWNS = List.of(
            "Aachen", "Bern", "Cork", "Dijon", "Espoo", "Faro", "Gdansk", "Halle", "Ipswich", "Jena", "Kiel", "Lyon",
            "Malmo", "Nantes", "Oslo", "Porto", "Quimper", "Riga", "Split", "Turin", "Ulm", "Vigo", "Wels", "Xanten",
            "York");

    private static final List<String> QUESTIONS =
            List.of("How did you like the talks?", "How was the food & drink?", "Would you recommend us to a friend?");

    private final PreparedStatement events;
    private final PreparedStatement polls;

    private SampleData(PreparedStatement events, PreparedStatement polls) {
        this.events = events;
        this.polls = polls;
    }

    /** Writes all or nothing; a database with any event stays as it is. */
    static void insertIfEmpty(Connection connection) throws SQLException {
        if (hasEvents(connection)) {
            return;
        }
        connection.setAutoCommit(false);
        try (PreparedStatement events =
                        connection.prepareStatement("INSERT INTO \"polls_event\" VALUES (?, ?, ?, ?, ?)");
                PreparedStatement polls =
                        connection.prepareStatement("INSERT INTO \"polls_numericpoll\" VALUES (?, ?, ?, ?, ?, ?)")) {
            new SampleData(events, polls).insert();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private static boolean hasEvents(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM \"polls_event\" LIMIT 1")) {
            return rows.next();
        }
    }

    private void insert() throws SQLException {
        event(new Event(1, "doi", "Day of Innovation", true, DOI_STARTS));
        poll(new Poll(DOI_POLL, 1, "How do you rate the Day of Innovation?", Poll.OPEN, 1512, 204));
        for (int town = 0; town < TOWNS.size(); town++) {
            insertTown(town + 2, TOWNS.get(town), 1 + town % 3);
        }
        event(new Event(99, "rehearsal", "Rehearsal, not public", false, DOI_STARTS.minusYears(1)));
        poll(new Poll(9901, 99, "Does this work?", Poll.OPEN, 0, 0));
        events.executeBatch();
        polls.executeBatch();
    }

    private void insertTown(int id, String town, int pollCount) throws SQLException {
        event(new Event(id, town.toLowerCase(Locale.ROOT), "Meeting in " + town, true, DOI_STARTS.minusWeeks(id)));
        // A town's polls close together: its state is the same whichever of them the database finds first.
        String state = id % 4 == 0 ? "closed" : Poll.OPEN;
        for (int poll = 0; poll < pollCount; poll++) {
            int votes = 10 + (7 * id + 3 * poll) % 40;
            poll(new Poll(100L * id + poll, id, QUESTIONS.get(poll), state, votes * (4L + (id + poll) % 5), votes));
        }
    }

    private void event(Event event) throws SQLException {
        events.setLong(1, event.id());
        events.setString(2, event.slug());
        events.setString(3, event.title());
        events.setBoolean(4, event.enabled());
        events.setObject(5, event.startTime());
        events.addBatch();
    }

    private void poll(Poll poll) throws SQLException {
        polls.setLong(1, poll.id());
        polls.setLong(2, poll.eventId());
        polls.setString(3, poll.question());
        polls.setString(4, poll.state());
        polls.setLong(5, poll.total());
        polls.setLong(6, poll.votes());
        polls.addBatch();
    }
}

package com.example.polls;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads events and polls by SQL that H2 and PostgreSQL both take.
 *
 * <p>Thread-safe: each call has a connection of its own.
 */
final class PollDao {

    private static final String POLL_COLUMNS = "\"polls_numericpoll\".\"id\", \"polls_numericpoll\".\"event_id\","
            + " \"polls_numericpoll\".\"question\", \"polls_numericpoll\".\"state\","
            + " \"polls_numericpoll\".\"total\", \"polls_numericpoll\".\"votes\"";

    private final DataSource dataSource;

    PollDao(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns what the enabled event of that slug shows, or null if there is none. */
    @Nullable
    PollState state(String slug) throws SQLException {
        String sql = "SELECT " + POLL_COLUMNS + ", \"polls_event\".\"title\" FROM \"polls_numericpoll\""
                + " INNER JOIN \"polls_event\" ON (\"polls_numericpoll\".\"event_id\" = \"polls_event\".\"id\")"
                + " WHERE (\"polls_event\".\"slug\" = ? AND \"polls_event\".\"enabled\" = ?)"
                + " ORDER BY \"polls_event\".\"start_time\" DESC LIMIT 1";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, slug);
            statement.setBoolean(2, true);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? new PollState(rows.getLong(1), rows.getString(4), rows.getString(7)) : null;
            }
        }
    }

    /**
     * Returns the poll as it stands in the database, or null if there is none of that id.
     */
    @Nullable
    Poll find(long id) throws SQLException {
        String sql = "SELECT " + POLL_COLUMNS + " FROM \"polls_numericpoll\" WHERE \"polls_numericpoll\".\"id\" = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? poll(rows) : null;
            }
        }
    }

    /** Returns the enabled events, the latest first. */
    List<Event> events() throws SQLException {
        String sql = "SELECT \"polls_event\".\"id\", \"polls_event\".\"slug\", \"polls_event\".\"title\","
                + " \"polls_event\".\"enabled\", \"polls_event\".\"start_time\" FROM \"polls_event\""
                + " WHERE \"polls_event\".\"enabled\" = ? ORDER BY \"polls_event\".\"start_time\" DESC";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBoolean(1, true);
            try (ResultSet rows = statement.executeQuery()) {
                List<Event> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        }
    }

    /** Returns the polls of one event, the oldest first. */
    List<Poll> pollsOf(long eventId) throws SQLException {
        String sql = "SELECT " + POLL_COLUMNS + " FROM \"polls_numericpoll\""
                + " WHERE \"polls_numericpoll\".\"event_id\" = ? ORDER BY \"polls_numericpoll\".\"id\" ASC";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, eventId);
            try (ResultSet rows = statement.executeQuery()) {
                List<Poll> polls = new ArrayList<>();
                while (rows.next()) {
                    polls.add(poll(rows));
                }
                return polls;
            }
        }
    }

    /** Takes the database a third of a second, for nothing. */
    void slow() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT pg_sleep(?)")) {
            statement.setDouble(1, 0.3);
            statement.executeQuery().close();
        }
    }

    /** Asks for a column that no table has, and so always fails. */
    void missingColumn() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement
                    .executeQuery("SELECT \"polls_event\".\"colour\" FROM \"polls_event\"")
                    .close();
        }
    }

    private static Event event(ResultSet row) throws SQLException {
        LocalDateTime startTime = row.getObject(5, LocalDateTime.class);
        return new Event(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4), startTime);
    }

    private static Poll poll(ResultSet row) throws SQLException {
        return new Poll(
                row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getLong(5), row.getLong(6));
    }
}

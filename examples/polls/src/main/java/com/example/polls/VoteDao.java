package com.example.polls;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;

/** Writes votes, each in one transaction together with the sums of its poll. Thread-safe. */
final class VoteDao {

    private final DataSource dataSource;

    VoteDao(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns whether the vote counts: false if the poll is not open, and then nothing was written. */
    boolean insert(long pollId, int value) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean counts = updateSums(connection, pollId, value);
                if (counts) {
                    insertVote(connection, pollId, value);
                }
                connection.commit();
                return counts;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static boolean updateSums(Connection connection, long pollId, int value) throws SQLException {
        String sql = "UPDATE \"polls_numericpoll\" SET \"total\" = \"total\" + ?, \"votes\" = \"votes\" + 1"
                + " WHERE (\"polls_numericpoll\".\"id\" = ? AND \"polls_numericpoll\".\"state\" = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, value);
            statement.setLong(2, pollId);
            statement.setString(3, Poll.OPEN);
            return statement.executeUpdate() == 1;
        }
    }

    private static void insertVote(Connection connection, long pollId, int value) throws SQLException {
        String sql = "INSERT INTO \"polls_vote\" (\"poll_id\", \"value\", \"cast_at\") VALUES (?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, pollId);
            statement.setInt(2, value);
            statement.setTimestamp(3, Timestamp.from(Instant.now()));
            statement.executeUpdate();
        }
    }
}

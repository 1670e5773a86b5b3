package com.example.tellybug;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads shows from the database. */
final class EventDao {

    private static final String FIND = "SELECT slug, title, options FROM event WHERE slug = ?";

    private final DataSource dataSource;

    EventDao(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The show with this slug, or null. */
    @Nullable
    Event find(String slug) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, slug);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? new Event(rows.getString(1), rows.getString(2), rows.getInt(3)) : null;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the database failed on event " + slug, failure);
        }
    }
}

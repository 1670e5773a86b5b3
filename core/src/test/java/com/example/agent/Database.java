package com.example.agent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Where applications leave a trace of what they do. */
final class Database {

    private final DataSource dataSource;

    Database() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:threads;DB_CLOSE_DELAY=-1");
        this.dataSource = h2;
    }

    /** One statement with this text in it. */
    void query(String what) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT '" + what + "'")) {
            statement.executeQuery().close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

package com.example.embedded;

import com.github.benmanes.caffeine.cache.Cache;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Answers with a greeting that the database composes, kept in a cache. */
final class GreetingServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient DataSource dataSource;
    private final transient Cache<String, String> greetings;

    GreetingServlet(DataSource dataSource, Cache<String, String> greetings) {
        this.dataSource = dataSource;
        this.greetings = greetings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String name = request.getParameter("name") == null ? "world" : request.getParameter("name");
        String greeting = greetings.getIfPresent(name);
        if (greeting == null) {
            greeting = compose(name);
            greetings.put(name, greeting);
        }
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(greeting);
    }

    private String compose(String name) throws ServletException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT 'Hello, ' || ? || '!' AS greeting")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString("greeting");
            }
        } catch (SQLException refused) {
            throw new ServletException(refused);
        }
    }
}

package com.example.servers;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcConnectionPool;

/** Asks a database: on the request's thread, or on one of its own. */
public class QueryServlet extends HttpServlet {

    private static final JdbcConnectionPool POOL = JdbcConnectionPool.create("jdbc:h2:mem:servers", "sa", "");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String how = String.valueOf(request.getQueryString());
        switch (how) {
            case "async" -> {
                AsyncContext async = request.startAsync();
                new Thread(() -> {
                            query(response);
                            async.complete();
                        })
                        .start();
            }
            case "fails" -> throw new ServletException("on purpose");
            default -> query(response);
        }
    }

    private static void query(HttpServletResponse response) {
        try (Connection connection = POOL.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT 42")) {
            result.next();
            response.setContentType("text/plain");
            response.getWriter().print("answer " + result.getInt(1));
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

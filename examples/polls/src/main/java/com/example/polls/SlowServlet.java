package com.example.polls;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** Runs one query that takes the database a third of a second. */
@WebServlet(urlPatterns = "/slow", asyncSupported = true)
public final class SlowServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            PollsListener.dao(getServletContext()).slow();
        } catch (SQLException e) {
            throw new ServletException(e);
        }
        Json.write(response, 200, Map.of("slow", true));
    }
}

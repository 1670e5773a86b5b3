package com.example.polls;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;

/** Runs one good query and then one that fails, and lets the failure escape to the container. */
@WebServlet(urlPatterns = "/error", asyncSupported = true)
public final class ErrorServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        PollDao dao = PollsListener.dao(getServletContext());
        try {
            dao.events();
            dao.missingColumn();
        } catch (SQLException e) {
            throw new ServletException("The colours of the events could not be read", e);
        }
    }
}
